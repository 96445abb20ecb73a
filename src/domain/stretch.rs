//! A stretch of time on the clocks of a place, cut into hours, days or months. What is counted is kept by hours of UTC; each
//! falls into the day in which it begins.

use std::collections::BTreeMap;

use super::moment::{HOUR, Moment};
use super::zone::Zone;

/// What a stretch is cut into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Hour,
    Day,
    Month,
}

/// The most days that are shown by the hour, and the most that are shown by the day.
const BY_HOURS: i64 = 3;
const BY_DAYS: i64 = 200;

const HOUR_MS: i64 = 3_600_000;

/// The first hour of UTC that begins in a day: where the hours of a place are not those of UTC, the next of them.
fn hour_from(day: Moment) -> Moment {
    let begin = Moment(day.0.div_euclid(HOUR_MS) * HOUR_MS);
    if begin < day { begin + HOUR } else { begin }
}

/// From a moment until before another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub step: Step,
    /// Where each part begins; never empty.
    pub starts: Vec<Moment>,
    pub until: Moment,
}

impl Stretch {
    /// The hour that runs and the 23 before it.
    pub fn last_day(now: Moment) -> Self {
        let this = Moment(now.0.div_euclid(HOUR_MS) * HOUR_MS);
        let starts = (0..24).rev().map(|back| this - HOUR * back).collect();
        Self { step: Step::Hour, starts, until: this + HOUR }
    }

    /// Whole days, from the one in which `from` falls to the one in which `last` does.
    pub fn days(zone: &Zone, from: Moment, last: Moment) -> Self {
        let until = zone.day(last, 1);
        let first = zone.day(from, 0);
        let days = (until.0 - first.0 + 43_200_000) / 86_400_000;
        if days <= BY_HOURS {
            let hours = ((until.0 - first.0) / HOUR_MS).max(1);
            let starts = (0..hours).map(|at| Moment(hour_from(first).0 + HOUR_MS * at));
            return Self { step: Step::Hour, starts: starts.collect(), until };
        }
        let (step, first) =
            if days <= BY_DAYS { (Step::Day, first) } else { (Step::Month, zone.month(from, 0)) };
        let after = |at| if step == Step::Day { zone.day(at, 1) } else { zone.month(at, 1) };
        let mut starts = vec![first];
        while let Some(next) = starts.last().map(|at| after(*at)).filter(|next| *next < until) {
            // A calendar that ends stands still.
            if starts.last().is_some_and(|last| next <= *last) {
                break;
            }
            starts.push(next);
        }
        Self { step, starts, until }
    }

    pub fn from(&self) -> Moment {
        self.starts.first().copied().unwrap_or_default()
    }

    /// As much time directly before it.
    #[must_use]
    pub fn before(&self, zone: &Zone) -> Self {
        let back = i64::try_from(self.starts.len()).unwrap_or(0);
        let starts = match self.step {
            Step::Hour => {
                let length = self.until.0 - self.from().0;
                self.starts.iter().map(|at| Moment(at.0 - length)).collect()
            }
            Step::Day => self.starts.iter().map(|at| zone.day(*at, -back)).collect(),
            Step::Month => self.starts.iter().map(|at| zone.month(*at, -back)).collect(),
        };
        Self { step: self.step, starts, until: self.from() }
    }

    /// As many parts of the same kind, the first of them where `day` begins.
    #[must_use]
    pub fn since(&self, zone: &Zone, day: Moment) -> Self {
        let first = if self.step == Step::Month { zone.month(day, 0) } else { zone.day(day, 0) };
        let begin = |at: i64| match self.step {
            Step::Hour => Moment(hour_from(first).0 + at * HOUR_MS),
            Step::Day => zone.day(first, at),
            Step::Month => zone.month(first, at),
        };
        let parts = i64::try_from(self.starts.len()).unwrap_or(0);
        Self { step: self.step, starts: (0..parts).map(begin).collect(), until: begin(parts) }
    }

    /// What was counted in each part, from what was counted by hours.
    pub fn counts(&self, hours: &BTreeMap<Moment, i64>) -> Vec<i64> {
        let mut counts = vec![0; self.starts.len()];
        for (at, n) in hours.range(self.from()..self.until) {
            let part = self.starts.partition_point(|start| start <= at);
            if let Some(count) = part.checked_sub(1).and_then(|part| counts.get_mut(part)) {
                *count += n;
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Moment, Step, Stretch, Zone};

    fn day(zone: &Zone, text: &str) -> Moment {
        zone.date(text).unwrap()
    }

    #[test]
    fn a_day_has_as_many_hours_as_the_clocks_go_through() {
        let toronto = Zone::named("America/Toronto");
        for (text, hours) in [("2026-11-01", 25), ("2027-03-14", 23), ("2026-12-01", 24)] {
            let at = day(&toronto, text);
            let stretch = Stretch::days(&toronto, at, at);
            assert_eq!((stretch.step, stretch.starts.len()), (Step::Hour, hours), "{text}");
        }
        let autumn = Stretch::days(&toronto, day(&toronto, "2026-10-30"), day(&toronto, "2026-11-03"));
        let lengths: Vec<i64> =
            autumn.starts.windows(2).map(|two| (two[1].0 - two[0].0) / 3_600_000).collect();
        assert_eq!(lengths, [24, 24, 25, 24]);
        let before = autumn.before(&toronto);
        assert_eq!(toronto.shown(before.from()), ("2026-10-25".into(), "00:00".into(), "-04:00".into()));
        assert_eq!(before.until, autumn.from());
    }

    #[test]
    fn another_time_of_the_same_length_begins_on_any_day() {
        let toronto = Zone::named("America/Toronto");
        let at = |text: &str| day(&toronto, text);
        let week = Stretch::days(&toronto, at("2026-11-16"), at("2026-11-22"));
        let other = week.since(&toronto, at("2026-10-30"));
        assert_eq!((other.step, other.starts.len()), (Step::Day, 7));
        assert_eq!((other.from(), other.until), (at("2026-10-30"), at("2026-11-06")));
        // A day of 24 hours beside one of 25: hour by hour, as many.
        let one = Stretch::days(&toronto, at("2026-11-02"), at("2026-11-02"));
        let longer = one.since(&toronto, at("2026-11-01"));
        assert_eq!((longer.starts.len(), longer.until), (24, Moment(at("2026-11-02").0 - 3_600_000)));
        let years = Stretch::days(&toronto, at("2024-01-15"), at("2026-01-15"));
        let earlier = years.since(&toronto, at("2020-05-20"));
        assert_eq!((earlier.starts.len(), toronto.shown(earlier.from()).0), (25, "2020-05-01".to_owned()));
    }

    #[test]
    fn a_long_time_is_cut_into_months() {
        let zone = Zone::named("America/Vancouver");
        let years = Stretch::days(&zone, day(&zone, "2024-01-15"), day(&zone, "2026-01-15"));
        assert_eq!((years.step, years.starts.len()), (Step::Month, 25));
        assert_eq!(zone.shown(years.from()).0, "2024-01-01");
    }

    proptest! {
        /// Whatever the place: nothing is lost and nothing is counted twice.
        #[test]
        fn the_parts_sum_to_the_whole(
            zone in prop::sample::select(vec!["UTC", "America/Toronto", "America/St_Johns", "Australia/Lord_Howe"]),
            first in 400_000i64..500_000, length in 0i64..9000, counts in prop::collection::vec((0i64..9000, 0i64..50), 0..40),
        ) {
            let zone = Zone::named(zone);
            let at = |hour: i64| Moment(hour * 3_600_000);
            let stretch = Stretch::days(&zone, at(first), at(first + length));
            let hours = counts.into_iter().map(|(hour, n)| (at(first + hour), n)).collect();
            let within: i64 = std::collections::BTreeMap::range(&hours, stretch.from()..stretch.until).map(|(_, n)| n).sum();
            prop_assert_eq!(stretch.counts(&hours).iter().sum::<i64>(), within);
            prop_assert!(stretch.starts.is_sorted() && stretch.from() <= at(first) + super::HOUR);
        }
    }
}
