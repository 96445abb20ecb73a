use jiff::ToSpan;
use jiff::civil::Date;

use crate::domain::moment::Moment;
use crate::domain::zone::Zone;

/// The hours of the morning at which a report can leave.
pub const EARLIEST: u8 = 5;
pub const LATEST: u8 = 11;

/// How often a report is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// On a day of the week, Monday being 1.
    Weekly(u8),
    /// On a day of the month; in a month that has no such day, on its last.
    Monthly(u8),
}

impl Rhythm {
    pub const fn parts(self) -> (&'static str, u8) {
        match self {
            Self::Weekly(day) => ("weekly", day),
            Self::Monthly(day) => ("monthly", day),
        }
    }

    pub fn of(kind: &str, day: u8) -> Option<Self> {
        match kind {
            "weekly" if (1..=7).contains(&day) => Some(Self::Weekly(day)),
            "monthly" if (1..=31).contains(&day) => Some(Self::Monthly(day)),
            _ => None,
        }
    }
}

/// When a report is due, by the clocks of its organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    pub rhythm: Rhythm,
    pub hour: u8,
}

/// A day on which a report is due, as `2026-12-07`, and the moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub day: String,
    pub at: Moment,
}

/// This day of the month a date is in, or its last.
fn clamped(within: Date, day: u8) -> Date {
    let last = within.last_of_month();
    let day = i8::try_from(day).unwrap_or(i8::MAX).min(last.day());
    Date::new(within.year(), within.month(), day).unwrap_or(last)
}

impl Schedule {
    fn due(self, zone: &Zone, day: Date) -> Due {
        Due { day: day.to_string(), at: zone.hour(day, self.hour) }
    }

    /// The day in the week or month of a date, which may lie before it or after.
    fn day_near(self, date: Date) -> Date {
        match self.rhythm {
            Rhythm::Weekly(day) => {
                let ahead = i64::from(day) - i64::from(date.weekday().to_monday_one_offset());
                date.saturating_add(ahead.days())
            }
            Rhythm::Monthly(day) => clamped(date, day),
        }
    }

    /// The same, so many weeks or months from there.
    fn day_from(self, date: Date, later: i64) -> Date {
        match self.rhythm {
            Rhythm::Weekly(_) => self.day_near(date.saturating_add((7 * later).days())),
            Rhythm::Monthly(_) => self.day_near(date.first_of_month().saturating_add(later.months())),
        }
    }

    /// When it was due last. What was due before that and was not sent is not made up for: it would say less than this does.
    pub fn last(self, zone: &Zone, now: Moment) -> Due {
        let today = zone.today(now);
        let due = self.due(zone, self.day_near(today));
        if due.at <= now { due } else { self.due(zone, self.day_from(today, -1)) }
    }

    /// When it is due next.
    pub fn next(self, zone: &Zone, now: Moment) -> Due {
        let today = zone.today(now);
        let due = self.due(zone, self.day_near(today));
        if due.at > now { due } else { self.due(zone, self.day_from(today, 1)) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Rhythm, Schedule};
    use crate::domain::moment::{DAY, Moment};
    use crate::domain::zone::{Meant, Zone};

    fn at(zone: &Zone, day: &str, time: &str) -> Moment {
        let Meant::At(at) = zone.meant(day, time) else { panic!("{day} {time}") };
        at
    }

    #[test]
    fn a_week_ends_on_its_day_and_a_month_on_its_last_where_it_has_no_such_day() {
        let zone = Zone::named("America/Toronto");
        let monday = Schedule { rhythm: Rhythm::Weekly(1), hour: 8 };
        let last = |schedule: Schedule, day, time| schedule.last(&zone, at(&zone, day, time)).day;
        let next = |schedule: Schedule, day, time| schedule.next(&zone, at(&zone, day, time)).day;
        // 30 November 2026 is a Monday.
        assert_eq!(last(monday, "2026-11-30", "08:00"), "2026-11-30");
        assert_eq!(last(monday, "2026-11-30", "07:59"), "2026-11-23");
        assert_eq!(last(monday, "2026-12-06", "23:00"), "2026-11-30");
        assert_eq!(next(monday, "2026-11-30", "07:59"), "2026-11-30");
        assert_eq!(next(monday, "2026-11-30", "08:00"), "2026-12-07");
        let sunday = Schedule { rhythm: Rhythm::Weekly(7), hour: 8 };
        assert_eq!(last(sunday, "2026-12-02", "12:00"), "2026-11-29");
        assert_eq!(next(sunday, "2026-12-02", "12:00"), "2026-12-06");
        let latest = Schedule { rhythm: Rhythm::Monthly(31), hour: 8 };
        assert_eq!(last(latest, "2027-03-01", "09:00"), "2027-02-28");
        assert_eq!(next(latest, "2027-02-28", "09:00"), "2027-03-31");
        assert_eq!(next(latest, "2027-03-31", "08:00"), "2027-04-30");
        assert_eq!(last(latest, "2028-03-01", "09:00"), "2028-02-29");
    }

    #[test]
    fn it_is_the_same_hour_in_summer_and_in_winter() {
        let zone = Zone::named("America/Toronto");
        let sunday = Schedule { rhythm: Rhythm::Weekly(7), hour: 8 };
        // The clocks are put forward on 14 March 2027, and back on 7 November.
        let due = |day| sunday.last(&zone, at(&zone, day, "12:00")).at.to_string();
        assert_eq!(due("2027-03-07"), "2027-03-07T13:00:00.000Z");
        assert_eq!(due("2027-03-14"), "2027-03-14T12:00:00.000Z");
        assert_eq!(due("2027-11-07"), "2027-11-07T13:00:00.000Z");
    }

    proptest! {
        #[test]
        fn the_last_lies_before_and_the_next_after_and_nothing_between(
            kind in prop::sample::select(vec!["weekly", "monthly"]),
            day in 1_u8..=31,
            hour in super::EARLIEST..=super::LATEST,
            now in 1_700_000_000_000_i64..2_000_000_000_000,
            zone in prop::sample::select(vec!["UTC", "America/Toronto", "Australia/Lord_Howe", "Asia/Kathmandu"]),
        ) {
            let Some(rhythm) = Rhythm::of(kind, day) else { return Ok(()) };
            let (schedule, zone, now) = (Schedule { rhythm, hour }, Zone::named(zone), Moment(now));
            let (last, next) = (schedule.last(&zone, now), schedule.next(&zone, now));
            prop_assert!(last.at <= now && now < next.at);
            prop_assert!(next.at <= last.at + DAY * 32);
            prop_assert_eq!(schedule.next(&zone, last.at), next.clone());
            prop_assert_eq!(schedule.last(&zone, next.at), next);
            prop_assert_eq!(Rhythm::of(rhythm.parts().0, rhythm.parts().1), Some(rhythm));
        }
    }
}
