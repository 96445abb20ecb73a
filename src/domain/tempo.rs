//! How fast a count rises, and when it will have risen to a number.

use std::collections::BTreeMap;

use super::moment::{HOUR, Moment};

/// So many confirmations make a pace.
const ENOUGH: i64 = 5;
/// Nobody looks further ahead: two years, in hours.
const FURTHEST: i64 = 2 * 365 * 24;

/// How many were confirmed in the hours before now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tempo {
    pub counted: i64,
    /// Of how many hours, the running one among them.
    pub hours: i64,
}

impl Tempo {
    /// Of the last day where enough happened in it, else of the last week, however little that was.
    pub fn of(hours: &BTreeMap<Moment, i64>, now: Moment) -> Self {
        let of = |length: i64| {
            let from = Moment(now.0 - length * 3_600_000);
            Self { counted: hours.range(from..=now).map(|(_, n)| n).sum(), hours: length }
        };
        Some(of(24)).filter(|day| day.is_enough()).unwrap_or_else(|| of(168))
    }

    /// Whether so much happened that something can be told of what is to come.
    pub const fn is_enough(self) -> bool {
        self.counted >= ENOUGH
    }

    /// When that many more will have been confirmed if it goes on like this; nothing beyond two years.
    pub fn reaches(self, more: i64, now: Moment) -> Option<Moment> {
        let hours = more.checked_mul(self.hours)?.checked_div_euclid(self.counted)? + 1;
        (hours <= FURTHEST).then(|| now + HOUR * u32::try_from(hours).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::{HOUR, Moment, Tempo};

    #[test]
    fn an_estimate_rests_on_enough_and_looks_not_too_far() {
        let now = Moment(1_795_341_600_000);
        let hours = |back: u32, n: i64| [(now - HOUR * back, n)].into_iter().collect();
        assert_eq!(Tempo::of(&hours(3, 4), now), Tempo { counted: 4, hours: 168 });
        assert!(!Tempo::of(&hours(3, 4), now).is_enough());
        assert_eq!(Tempo::of(&hours(3, 48), now), Tempo { counted: 48, hours: 24 });
        assert_eq!(Tempo::of(&hours(30, 48), now), Tempo { counted: 48, hours: 168 });
        let none = Tempo::of(&hours(200, 48), now);
        assert_eq!((none.counted, none.is_enough(), none.reaches(10, now)), (0, false, None));
        let pace = Tempo { counted: 48, hours: 24 };
        assert_eq!(pace.reaches(48, now), Some(now + HOUR * 25));
        assert_eq!(pace.reaches(1_000_000, now), None);
        assert_eq!(pace.reaches(i64::MAX, now), None);
    }
}
