use std::fmt;
use std::ops::{Add, Sub};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::macros::format_description;

/// A point in time: milliseconds since the Unix epoch, UTC. It is handed in, never asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment(pub i64);

pub const HOUR: Duration = Duration::from_hours(1);
pub const DAY: Duration = Duration::from_hours(24);

impl Moment {
    fn date_time(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000)
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }

    /// Year, month and day in UTC.
    pub fn ymd(self) -> (i32, u8, u8) {
        let date = self.date_time().date();
        (date.year(), date.month().into(), date.day())
    }

    /// The hour it falls in, as the tally keeps it: `2026-11-22T10`.
    pub fn hour(self) -> String {
        self.date_time().format(format_description!("[year]-[month]-[day]T[hour]")).unwrap_or_default()
    }

    /// The moment at which such an hour begins; nothing where the text is none.
    pub fn of_hour(text: &str) -> Option<Self> {
        let format = format_description!("[year]-[month]-[day]T[hour]:[minute]");
        let begin = time::PrimitiveDateTime::parse(&format!("{text}:00"), format).ok()?;
        Some(Self(begin.assume_utc().unix_timestamp() * 1000))
    }

    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }
}

/// RFC 3339 with milliseconds and `Z`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.date_time().format(format_description!(
            "[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z"
        ));
        f.write_str(&text.unwrap_or_default())
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

impl Add<Duration> for Moment {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(millis(duration)))
    }
}

impl Sub<Duration> for Moment {
    type Output = Self;

    fn sub(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(millis(duration)))
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn a_moment_is_written_as_rfc_3339_and_falls_into_its_hour() {
        let moment = Moment(1_795_341_600_123);
        assert_eq!(moment.to_string(), "2026-11-22T10:00:00.123Z");
        assert_eq!(moment.hour(), "2026-11-22T10");
        assert_eq!(Moment::of_hour("2026-11-22T10"), Some(Moment(1_795_341_600_000)));
        assert_eq!(Moment::of_hour("soon"), None);
        assert_eq!(moment.ymd(), (2026, 11, 22));
    }
}
