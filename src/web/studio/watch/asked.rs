use std::sync::Arc;

use serde::Deserialize;

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::moment::{DAY, Moment};
use crate::domain::stretch::Stretch;
use crate::domain::zone::Zone;

/// Which time is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    Day,
    Week,
    Month,
    All,
    /// From a day to a day.
    Own,
}

impl Period {
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::All, Self::Own];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::All => "all",
            Self::Own => "own",
        }
    }
}

/// What is to be seen, as the address has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    period: String,
    pub from: String,
    pub to: String,
    /// With what it is compared: `before`, or the slug of a campaign.
    pub with: String,
    /// From which day on it is compared, if not from the nearest.
    pub since: String,
    /// Which period the form showed when it was sent.
    was: String,
    /// Which table is to be taken away, or that the stream is to tell of the charts.
    pub of: String,
}

/// What is put beside the figures.
#[derive(Clone)]
pub enum Beside {
    Nothing,
    /// Another time of the same campaign: as much directly before, or from a day on.
    Before,
    Campaign(Arc<Campaign>),
}

/// A part of what is asked that cannot be shown: the days looked at, or the day compared from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Days,
    Since,
}

/// The first day that can be asked for: 1 January 2000.
const FIRST: Moment = Moment(946_684_800_000);

impl Asked {
    /// The last week, where the address says nothing that there is. Days that were given are meant to be looked at, also by who
    /// has left the period as the form showed it.
    pub fn period(&self) -> Period {
        let named = Period::ALL.into_iter().find(|period| period.as_str() == self.period);
        let has_days = !self.from.is_empty() || !self.to.is_empty();
        let is_left = self.period.is_empty() || self.period == self.was;
        if has_days && is_left { Period::Own } else { named.unwrap_or(Period::Week) }
    }

    /// A typed day, as long as it is one that something can have been counted on.
    fn day(zone: &Zone, typed: &str, now: Moment) -> Option<Moment> {
        zone.date(typed).filter(|day| (FIRST..=now + DAY * 366).contains(day))
    }

    /// What of it can be shown, and what cannot: of days that are none, or the wrong way round, the last week is.
    pub fn sound(&self, zone: &Zone, now: Moment) -> (Self, Option<Refused>) {
        let [from, to] = [&self.from, &self.to].map(|typed| Self::day(zone, typed, now));
        if self.period() == Period::Own && !matches!((from, to), (Some(from), Some(to)) if from <= to) {
            let week = Period::Week.as_str().to_owned();
            let shown = Self { period: week, from: String::new(), to: String::new(), ..self.clone() };
            return (shown.sound(zone, now).0, Some(Refused::Days));
        }
        if !self.since.is_empty() && Self::day(zone, &self.since, now).is_none() {
            return (Self { since: String::new(), ..self.clone() }, Some(Refused::Since));
        }
        (self.clone(), None)
    }

    /// The time that is looked at. `first` is when the first signature was counted.
    pub fn stretch(&self, zone: &Zone, first: Moment, now: Moment) -> Stretch {
        let since = |days: i64| Stretch::days(zone, zone.day(now, -days), now);
        let day = |typed: &str| Self::day(zone, typed, now).unwrap_or(now);
        match self.period() {
            Period::Day => Stretch::last_day(now),
            Period::Week => since(6),
            Period::Month => since(29),
            Period::All => Stretch::days(zone, first.max(FIRST).min(now), now),
            Period::Own => Stretch::days(zone, day(&self.from), day(&self.to)),
        }
    }

    /// The time that is compared with: from the day given on; else as much directly before, or the same of another campaign.
    pub fn beside_stretch(
        &self,
        beside: &Beside,
        stretch: &Stretch,
        zone: &Zone,
        now: Moment,
    ) -> Option<Stretch> {
        if let Some(day) = Self::day(zone, &self.since, now).filter(|_| !matches!(beside, Beside::Nothing)) {
            return Some(stretch.since(zone, day));
        }
        match beside {
            Beside::Nothing => None,
            Beside::Before => Some(stretch.before(zone)),
            Beside::Campaign(_) => Some(stretch.clone()),
        }
    }

    /// A campaign that is not of this organisation is none.
    pub fn beside(&self, app: &App, of: &Campaign) -> Beside {
        match self.with.as_str() {
            "before" => Beside::Before,
            // A day to compare from is meant to be compared from.
            "" if !self.since.is_empty() => Beside::Before,
            "" => Beside::Nothing,
            slug => app
                .hub
                .campaign_or_draft(slug)
                .filter(|other| other.organisation == of.organisation && other.id != of.id)
                .map_or(Beside::Nothing, Beside::Campaign),
        }
    }

    /// The same as the query of a table to take away.
    pub fn query(&self, of: &str) -> String {
        let pairs = [
            ("of", of),
            ("period", self.period().as_str()),
            ("from", &self.from),
            ("to", &self.to),
            ("with", &self.with),
            ("since", &self.since),
        ];
        let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish()
    }
}
