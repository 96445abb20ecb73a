//! What the team of a campaign is reminded of, and when.

use std::time::Duration;

use jiff::civil;
use jiff::tz::TimeZone;

use super::campaign::Campaign;
use super::date::PartialDate;
use super::moment::{DAY, Moment};

/// The hour of the morning at which reminders of a day leave.
const MORNING: i8 = 8;

/// After so many days of silence the team is told: when people begin to wonder, and when a government's answer would be due in the
/// House of Commons (Standing Order 36(8)).
const SILENCE: [i64; 2] = [14, 45];

/// Something that happens to a campaign.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// So many have signed.
    Milestone(i64),
    /// A key date, in so many days or today.
    Date { date: PartialDate, ahead: i64 },
    /// The last day on which people sign, in so many days or today.
    Closing { date: PartialDate, ahead: i64 },
    /// An addressee has been silent for so many days, since one on which something was handed over.
    Silence { since: PartialDate, days: i64, key: String },
    /// The day on which the team wanted to come back to an addressee.
    FollowUp { due: PartialDate, key: String },
}

/// What an addressee is to be reminded of by: since when they are silent, or the day on which to come back to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub key: String,
    pub silent_since: Option<PartialDate>,
    pub due: Option<PartialDate>,
}

impl std::fmt::Display for Occasion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Milestone(number) => write!(f, "milestone {number}"),
            Self::Date { date, ahead } => write!(f, "date {date} in {ahead}"),
            Self::Closing { date, ahead } => write!(f, "closing {date} in {ahead}"),
            Self::Silence { since, days, key } => write!(f, "silence {since} for {days} {key}"),
            Self::FollowUp { due, key } => write!(f, "follow-up {due} {key}"),
        }
    }
}

impl Occasion {
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix("follow-up ") {
            let (due, key) = rest.split_once(' ')?;
            return Some(Self::FollowUp { due: PartialDate::parse(due)?, key: key.to_owned() });
        }
        if let Some(rest) = text.strip_prefix("silence ") {
            let (since, rest) = rest.split_once(" for ")?;
            let (days, key) = rest.split_once(' ')?;
            let (since, days) = (PartialDate::parse(since)?, days.parse().ok()?);
            return Some(Self::Silence { since, days, key: key.to_owned() });
        }
        let words: Vec<&str> = text.split(' ').collect();
        match words[..] {
            ["milestone", number] => Some(Self::Milestone(number.parse().ok()?)),
            [kind, date, "in", ahead] => {
                let (date, ahead) = (PartialDate::parse(date)?, ahead.parse().ok()?);
                match kind {
                    "date" => Some(Self::Date { date, ahead }),
                    "closing" => Some(Self::Closing { date, ahead }),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    pub const fn is_milestone(&self) -> bool {
        matches!(self, Self::Milestone(_))
    }

    /// Whether it is about an addressee.
    pub const fn is_follow_up(&self) -> bool {
        matches!(self, Self::Silence { .. } | Self::FollowUp { .. })
    }
}

/// What has come of those who are waited for, between two looks.
pub fn come_of_waiting(waiting: &[Waiting], zone: &str, before: Moment, now: Moment) -> Vec<Occasion> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let has_come = |day: PartialDate, ahead: i64| {
        let due = whole(day).and_then(|day| morning(day, ahead, &zone));
        due.is_some_and(|due| before < due && due <= now && now < due + DAY)
    };
    let mut come = Vec::new();
    for one in waiting {
        let key = || one.key.clone();
        if let Some(since) = one.silent_since {
            let past = SILENCE.into_iter().filter(|days| has_come(since, -days));
            come.extend(past.map(|days| Occasion::Silence { since, days, key: key() }));
        }
        let due = one.due.filter(|due| has_come(*due, 0));
        come.extend(due.map(|due| Occasion::FollowUp { due, key: key() }));
    }
    come.sort_unstable();
    come
}

/// How a campaign stood at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    pub counted: i64,
    pub at: Moment,
}

/// What has come to a campaign between two looks at it, in the order of `Occasion`. What would come a day late is left out: by
/// then it is no reminder.
pub fn come(campaign: &Campaign, zone: &str, ahead: i64, before: Sight, now: Sight) -> Vec<Occasion> {
    let milestones = campaign.content.milestones.iter().copied();
    let mut come: Vec<Occasion> = milestones
        .filter(|number| (before.counted + 1..=now.counted).contains(number))
        .map(Occasion::Milestone)
        .collect();
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let mut days: Vec<(PartialDate, bool)> =
        campaign.content.key_dates.iter().map(|one| (one.date, false)).collect();
    days.extend(campaign.closes_at.and_then(|at| last_day(at, &zone)).map(|date| (date, true)));
    for (date, is_closing) in days {
        let Some(day) = whole(date) else { continue };
        for ahead in [ahead, 0] {
            let occasion =
                if is_closing { Occasion::Closing { date, ahead } } else { Occasion::Date { date, ahead } };
            let Some(due) = morning(day, ahead, &zone) else { continue };
            let is_over = ahead > 0 && morning(day, 0, &zone).is_some_and(|begun| begun <= now.at);
            if before.at < due && due <= now.at && now.at < due + DAY && !is_over && !come.contains(&occasion)
            {
                come.push(occasion);
            }
        }
    }
    come.sort_unstable();
    come
}

/// A date that is known to the day.
fn whole(date: PartialDate) -> Option<civil::Date> {
    let (year, month, day) = (i16::try_from(date.year).ok()?, date.month?, date.day?);
    civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day on which people can still sign before it closes.
fn last_day(closes: Moment, zone: &TimeZone) -> Option<PartialDate> {
    let last = closes - Duration::from_millis(1);
    let date = jiff::Timestamp::from_millisecond(last.0).ok()?.to_zoned(zone.clone()).date();
    let part = |number: i8| u8::try_from(number).ok();
    Some(PartialDate { year: date.year().into(), month: part(date.month()), day: part(date.day()) })
}

/// Eight in the morning so many days before a day. Where clocks are put forward over it, an hour later.
fn morning(day: civil::Date, ahead: i64, zone: &TimeZone) -> Option<Moment> {
    let day = day.checked_sub(jiff::Span::new().try_days(ahead).ok()?).ok()?;
    let zoned = day.at(MORNING, 0, 0, 0).to_zoned(zone.clone()).ok()?;
    Some(Moment(zoned.timestamp().as_millisecond()))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::{Occasion, Waiting, come_of_waiting, last_day, morning, whole};
    use crate::domain::date::PartialDate;
    use crate::domain::moment::Moment;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap()
    }

    #[test]
    fn an_occasion_is_read_as_it_was_written() {
        let all = [
            Occasion::Milestone(250),
            Occasion::Date { date: date("2026-12-10"), ahead: 7 },
            Occasion::Closing { date: date("2026-12-31"), ahead: 0 },
            Occasion::Silence { since: date("2026-12-03"), days: 14, key: "the pm".to_owned() },
            Occasion::FollowUp { due: date("2026-12-10"), key: "trudeau".to_owned() },
        ];
        for occasion in all {
            assert_eq!(Occasion::parse(&occasion.to_string()), Some(occasion));
        }
        let none = [
            "",
            "milestone",
            "date 2026-12-10",
            "date soon in 7",
            "birthday 2026-12-10 in 7",
            "silence 2026-12-10",
            "follow-up x y",
        ];
        for text in none {
            assert_eq!(Occasion::parse(text), None, "{text}");
        }
    }

    #[test]
    fn silence_is_told_after_two_weeks_and_again_when_an_answer_is_due() {
        let waiting = [Waiting {
            key: "pm".to_owned(),
            silent_since: Some(date("2026-12-03")),
            due: Some(date("2026-12-20")),
        }];
        let look = |before: &str, now: &str| {
            let at = |day: &str| Moment(date(day).start().0 + 12 * 3_600_000);
            come_of_waiting(&waiting, "UTC", at(before), at(now))
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        assert_eq!(look("2026-12-15", "2026-12-16"), [""; 0]);
        assert_eq!(look("2026-12-16", "2026-12-17"), ["silence 2026-12-03 for 14 pm"]);
        assert_eq!(look("2026-12-19", "2026-12-20"), ["follow-up 2026-12-20 pm"]);
        assert_eq!(look("2027-01-16", "2027-01-17"), ["silence 2026-12-03 for 45 pm"]);
        assert_eq!(look("2027-01-16", "2027-01-20"), [""; 0], "what would come days late is no reminder");
    }

    #[test]
    fn a_morning_is_where_the_organisation_is_and_knows_when_clocks_are_put_forward() {
        let toronto = TimeZone::get("America/Toronto").unwrap();
        let at = |text, ahead| morning(whole(date(text)).unwrap(), ahead, &toronto).unwrap().to_string();
        assert_eq!(at("2026-12-10", 7), "2026-12-03T13:00:00.000Z");
        assert_eq!(at("2027-03-14", 0), "2027-03-14T12:00:00.000Z");
        // It closes at a midnight in Greenwich, which in Toronto is the evening before.
        let closes = Moment(date("2027-01-01").start().0);
        assert_eq!(last_day(closes, &toronto), Some(date("2026-12-31")));
        assert_eq!(last_day(closes, &TimeZone::UTC), Some(date("2026-12-31")));
        assert_eq!(whole(date("2026-12")), None);
    }
}
