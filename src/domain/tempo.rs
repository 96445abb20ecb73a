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
    /// Of the last day where enough happened in it, else of the last week; nothing where too little did.
    pub fn of(hours: &BTreeMap<Moment, i64>, now: Moment) -> Option<Self> {
        [24, 168].into_iter().find_map(|length| {
            let from = Moment(now.0 - i64::from(length) * 3_600_000);
            let counted = hours.range(from..=now).map(|(_, n)| n).sum();
            (counted >= ENOUGH).then_some(Self { counted, hours: i64::from(length) })
        })
    }

    /// When that many more will have been confirmed if it goes on like this; nothing beyond two years.
    pub fn reaches(self, more: i64, now: Moment) -> Option<Moment> {
        let hours = more.checked_mul(self.hours)?.div_euclid(self.counted) + 1;
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
        assert_eq!(Tempo::of(&hours(3, 4), now), None);
        assert_eq!(Tempo::of(&hours(3, 48), now), Some(Tempo { counted: 48, hours: 24 }));
        assert_eq!(Tempo::of(&hours(30, 48), now), Some(Tempo { counted: 48, hours: 168 }));
        assert_eq!(Tempo::of(&hours(200, 48), now), None);
        let pace = Tempo { counted: 48, hours: 24 };
        assert_eq!(pace.reaches(48, now), Some(now + HOUR * 25));
        assert_eq!(pace.reaches(1_000_000, now), None);
        assert_eq!(pace.reaches(i64::MAX, now), None);
    }
}
