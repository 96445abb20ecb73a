//! Times as people type them, on the clocks of their own place.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{Timestamp, Zoned};

use super::moment::Moment;

/// A time zone by its IANA name; UTC where the name is none.
#[derive(Clone, Debug)]
pub struct Zone(TimeZone);

/// What a typed time means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    At(Moment),
    /// The clocks are put forward: this hour does not exist. From and until when it does not, as the clocks show.
    Gap {
        from: String,
        until: String,
    },
    /// The clocks are put back: this time comes twice, first and again.
    Twice(Moment, Moment),
    /// No date, or no time.
    Nothing,
}

impl Zone {
    /// Whether there is a time zone of this name.
    pub fn is_known(name: &str) -> bool {
        TimeZone::get(name).is_ok()
    }

    /// The names of all places that keep a time of their own, such as `America/Toronto`.
    pub fn names() -> Vec<String> {
        let all = jiff::tz::db().available().map(|name| name.to_string());
        all.filter(|name| name.contains('/') && !name.starts_with("Etc/") && !name.starts_with("posix/"))
            .collect()
    }

    pub fn named(name: &str) -> Self {
        Self(TimeZone::get(name).unwrap_or(TimeZone::UTC))
    }

    fn local(&self, moment: Moment) -> Zoned {
        Timestamp::from_millisecond(moment.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(self.0.clone())
    }

    fn moment(zoned: &Zoned) -> Moment {
        Moment(zoned.timestamp().as_millisecond())
    }

    /// What `2026-12-01` and `09:30` mean here.
    pub fn meant(&self, date: &str, time: &str) -> Meant {
        // Whatever else a time may be written with would not say what it seems to.
        let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || b"-:".contains(&byte));
        if !is_plain(date.trim()) || !is_plain(time.trim()) {
            return Meant::Nothing;
        }
        let Ok(typed) = format!("{}T{}", date.trim(), time.trim()).parse::<DateTime>() else {
            return Meant::Nothing;
        };
        let ambiguous = self.0.to_ambiguous_zoned(typed);
        match ambiguous.offset() {
            AmbiguousOffset::Unambiguous { .. } => {
                ambiguous.unambiguous().map_or(Meant::Nothing, |zoned| Meant::At(Self::moment(&zoned)))
            }
            AmbiguousOffset::Gap { .. } => self.gap(typed),
            AmbiguousOffset::Fold { .. } => match (ambiguous.clone().earlier(), ambiguous.later()) {
                (Ok(first), Ok(again)) => Meant::Twice(Self::moment(&first), Self::moment(&again)),
                _ => Meant::Nothing,
            },
        }
    }

    /// Where the clocks jump over a time, and to where.
    fn gap(&self, typed: DateTime) -> Meant {
        let Ok(after) = self.0.to_ambiguous_zoned(typed).later() else { return Meant::Nothing };
        let Some(jump) = self.0.preceding(after.timestamp() + jiff::SignedDuration::from_secs(1)).next()
        else {
            return Meant::Nothing;
        };
        let (until, now) = (jump.offset().to_datetime(jump.timestamp()), jump.timestamp());
        let before: Offset = self.0.to_offset(now - jiff::SignedDuration::from_millis(1));
        let clock = |at: DateTime| at.strftime("%H:%M").to_string();
        Meant::Gap { from: clock(before.to_datetime(now)), until: clock(until) }
    }

    /// When a day begins here.
    fn begin(&self, date: Date) -> Moment {
        date.to_zoned(self.0.clone()).map_or(Moment(0), |zoned| Self::moment(&zoned))
    }

    /// When the day `2026-12-01` begins here; nothing where the text is none.
    pub fn date(&self, day: &str) -> Option<Moment> {
        let zoned = day.trim().parse::<Date>().ok()?.to_zoned(self.0.clone()).ok()?;
        Some(Self::moment(&zoned))
    }

    /// When the day begins in which a moment falls, or one that is so many days from it.
    pub fn day(&self, moment: Moment, later: i64) -> Moment {
        let later = jiff::Span::new().try_days(later).unwrap_or_default();
        self.begin(self.local(moment).date().saturating_add(later))
    }

    /// When the month begins in which a moment falls, or one that is so many months from it.
    pub fn month(&self, moment: Moment, later: i64) -> Moment {
        let later = jiff::Span::new().try_months(later).unwrap_or_default();
        self.begin(self.local(moment).date().first_of_month().saturating_add(later))
    }

    /// The day that the clocks here show.
    pub(super) fn today(&self, moment: Moment) -> Date {
        self.local(moment).date()
    }

    /// A full hour of a day here; where the clocks jump over it, as much later.
    pub(super) fn hour(&self, day: Date, hour: u8) -> Moment {
        let at = day.at(i8::try_from(hour).unwrap_or(0), 0, 0, 0).to_zoned(self.0.clone());
        at.map_or_else(|_| self.begin(day), |zoned| Self::moment(&zoned))
    }

    /// The day, the time and the distance from UTC that the clocks here show: `2026-12-01`, `09:30`, `-05:00`.
    pub fn shown(&self, moment: Moment) -> (String, String, String) {
        let local = self.local(moment);
        let part = |format: &str| local.strftime(format).to_string();
        (part("%Y-%m-%d"), part("%H:%M"), part("%:z"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Meant, Zone};
    use crate::domain::moment::{HOUR, Moment};

    #[test]
    fn an_hour_that_does_not_exist_is_named_and_one_that_comes_twice_is_both() {
        let toronto = Zone::named("America/Toronto");
        assert_eq!(toronto.meant("2026-12-01", "09:30"), Meant::At(Moment(1_796_135_400_000)));
        let gap = Meant::Gap { from: "02:00".into(), until: "03:00".into() };
        for missing in ["02:00", "02:30", "02:59"] {
            assert_eq!(toronto.meant("2027-03-14", missing), gap, "{missing}");
        }
        assert!(matches!(toronto.meant("2027-03-14", "03:00"), Meant::At(_)));
        let Meant::Twice(first, again) = toronto.meant("2026-11-01", "01:30") else { panic!("once") };
        assert_eq!(first + HOUR, again);
        assert_eq!(toronto.shown(first).2, "-04:00");
        assert_eq!(toronto.shown(again), ("2026-11-01".into(), "01:30".into(), "-05:00".into()));
        // Half an hour on Lord Howe Island.
        let gap = Meant::Gap { from: "02:00".into(), until: "02:30".into() };
        assert_eq!(Zone::named("Australia/Lord_Howe").meant("2026-10-04", "02:10"), gap);
        assert!(
            Zone::is_known("UTC") && Zone::is_known("America/Toronto") && !Zone::is_known("Nowhere/City")
        );
        assert!(Zone::names().contains(&"America/Toronto".to_owned()));
        for nothing in [("", "10:00"), ("2026-02-30", "10:00"), ("2026-12-01", "25:00"), ("2026-12-01", "")] {
            assert_eq!(toronto.meant(nothing.0, nothing.1), Meant::Nothing);
        }
    }
}
