use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::moment::Moment;

/// A date known to the year, the month or the day: `2012`, `2009-12` or `2017-11-29`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    pub year: i32,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

impl PartialDate {
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let date = Self {
            year: parts.next()?.parse().ok().filter(|year| (1000..=9999).contains(year))?,
            month: parts.next().map(str::parse).transpose().ok()?,
            day: parts.next().map(str::parse).transpose().ok()?,
        };
        let month = time::Month::try_from(date.month.unwrap_or(1)).ok()?;
        time::Date::from_calendar_date(date.year, month, date.day.unwrap_or(1)).ok()?;
        parts.next().is_none().then_some(date)
    }

    /// A day that something is planned for: known to the day, from today on and within so many years. `today` is as those see it
    /// who typed, such as `2026-11-22`.
    pub fn parse_ahead(typed: &str, today: &str, years: i32) -> Option<Self> {
        let day = Self::parse(typed.trim()).filter(|date| date.day.is_some())?;
        let this_year: i32 = today.get(..4)?.parse().ok()?;
        (day.to_string().as_str() >= today && day.year <= this_year + years).then_some(day)
    }

    /// Midnight, in UTC, of its first day.
    pub fn start(&self) -> Moment {
        let month = time::Month::try_from(self.month.unwrap_or(1)).unwrap_or(time::Month::January);
        let date = time::Date::from_calendar_date(self.year, month, self.day.unwrap_or(1));
        Moment(date.map_or(0, |date| date.midnight().assume_utc().unix_timestamp() * 1000))
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format!("`{text}` is not a date: write YYYY, YYYY-MM or YYYY-MM-DD"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDate;

    #[test]
    fn what_is_planned_is_neither_past_nor_far() {
        let parse = |typed| PartialDate::parse_ahead(typed, "2026-11-22", 3).map(|day| day.to_string());
        assert_eq!(parse("2026-11-22 ").as_deref(), Some("2026-11-22"));
        assert_eq!(parse("2029-12-31").as_deref(), Some("2029-12-31"));
        for typed in ["2026-11-21", "2030-01-01", "2026-12", "soon", ""] {
            assert_eq!(parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_date_is_known_to_the_year_the_month_or_the_day() {
        for text in ["2012", "2009-12", "2017-11-29"] {
            assert_eq!(PartialDate::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "12", "2012-13", "2012-02-30", "2012-01-01-01", "soon"] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }
}
