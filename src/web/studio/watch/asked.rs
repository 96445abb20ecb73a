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
    /// Which table is to be taken away.
    pub of: String,
}

/// What is put beside the figures.
#[derive(Clone)]
pub enum Beside {
    Nothing,
    /// As much time directly before.
    Before,
    Campaign(Arc<Campaign>),
}

/// The first day that can be asked for: 1 January 2000.
const FIRST: Moment = Moment(946_684_800_000);

impl Asked {
    /// The last week, where the address says nothing that there is. Days that were given are meant to be looked at.
    pub fn period(&self) -> Period {
        let named = Period::ALL.into_iter().find(|period| period.as_str() == self.period);
        named.unwrap_or(if self.from.is_empty() { Period::Week } else { Period::Own })
    }

    /// The time that is looked at; nothing where the days given are none, or the wrong way round. `first` is when the first
    /// signature was counted.
    pub fn stretch(&self, zone: &Zone, first: Moment, now: Moment) -> Option<Stretch> {
        let since = |days: i64| Stretch::days(zone, zone.day(now, -days), now);
        Some(match self.period() {
            Period::Day => Stretch::last_day(now),
            Period::Week => since(6),
            Period::Month => since(29),
            Period::All => Stretch::days(zone, first.max(FIRST).min(now), now),
            Period::Own => {
                let (from, last) = (zone.date(&self.from)?, zone.date(&self.to)?);
                let is_sound = FIRST <= from && from <= last && last <= now + DAY * 366;
                is_sound.then(|| Stretch::days(zone, from, last))?
            }
        })
    }

    /// A campaign that is not of this organisation is none.
    pub fn beside(&self, app: &App, of: &Campaign) -> Beside {
        match self.with.as_str() {
            "" => Beside::Nothing,
            "before" => Beside::Before,
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
        ];
        let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish()
    }
}
