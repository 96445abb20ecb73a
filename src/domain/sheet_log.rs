//! The log of official sheets: where each one is, what is on it, and how far the petition is.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::date::PartialDate;
use super::jurisdiction::Jurisdiction;
use super::jurisdiction::sheet::Order;
use super::jurisdiction::text::PetitionText;
use super::moment::{DAY, Moment};
use super::name::parse_line;
use super::tag::Tag;

/// The longest of what is written about a sheet, in characters.
pub const MAX_LINE: usize = 120;

/// The most sheets that are printed at once.
pub const MOST_SHEETS: u32 = 500;

/// What became of a petition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// The number under which the clerk certified it.
    pub certificate: String,
    pub certified: Option<PartialDate>,
    pub presented: Option<PartialDate>,
    pub answered: Option<PartialDate>,
}

impl Course {
    /// The day on which the answer is due at the latest: so many calendar days after the day of the presentation.
    pub fn due(&self, jurisdiction: &Jurisdiction) -> Option<PartialDate> {
        let days = jurisdiction.answer.days?;
        let (year, month, day) = (self.presented?.start() + DAY * u32::from(days)).ymd();
        Some(PartialDate { year, month: Some(month), day: Some(day) })
    }

    /// For how many days an answer is missing, on a day.
    pub fn silent(&self, jurisdiction: &Jurisdiction, today: PartialDate) -> Option<i64> {
        let due = self.due(jurisdiction).filter(|due| self.answered.is_none() && *due < today)?;
        Some((today.start().0 - due.start().0) / 86_400_000)
    }
}

/// A text that was printed, and what became of the petition that it is.
#[derive(Clone, Debug)]
pub struct Frozen {
    pub version: i32,
    pub text: PetitionText,
    pub digest: String,
    pub at: Moment,
    pub course: Course,
    pub revision: i32,
}

/// Who has a sheet. It names a volunteer, so it is sealed where it is kept.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Custody {
    pub collector: String,
    /// Where the original is.
    pub place: String,
    /// The member of the parliament to whom it was handed.
    pub member: String,
}

impl Custody {
    pub const fn is_empty(&self) -> bool {
        self.collector.is_empty() && self.place.is_empty() && self.member.is_empty()
    }
}

/// Keeps who has a sheet out of logs and panics.
impl std::fmt::Debug for Custody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Custody(…)")
    }
}

/// What is known of a sheet by now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    pub out: Option<PartialDate>,
    pub back: Option<PartialDate>,
    /// When it was handed to the member.
    pub given: Option<PartialDate>,
    pub filled: Option<u32>,
    pub doubtful: u32,
    pub is_void: bool,
}

impl State {
    /// Whether a sheet went out before it came back, and came back before it was handed over.
    pub fn is_in_order(&self) -> bool {
        let days = [self.out, self.back, self.given];
        days.iter().flatten().is_sorted()
    }

    /// How many signatures on it are valid, as far as is known.
    pub fn valid(&self) -> u32 {
        if self.is_void { 0 } else { self.filled.unwrap_or(0).saturating_sub(self.doubtful) }
    }
}

/// A sheet that was printed.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub id: Uuid,
    pub number: i32,
    pub version: i32,
    pub order: Order,
    pub languages: Vec<Tag>,
    pub lines: u32,
    pub printed_at: Moment,
    pub state: State,
    pub sealed: Vec<u8>,
    pub revision: i32,
}

/// What all sheets of a version come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub sheets: u32,
    pub first: u32,
    pub out: u32,
    pub back: u32,
    pub given: u32,
    pub void: u32,
    pub filled: u32,
    pub doubtful: u32,
    pub valid: u32,
}

impl Sum {
    pub fn of<'a>(states: impl Iterator<Item = (Order, &'a State)>) -> Self {
        let mut sum = Self::default();
        for (order, state) in states {
            sum.sheets += 1;
            sum.first += u32::from(order == Order::First);
            sum.void += u32::from(state.is_void);
            if state.is_void {
                continue;
            }
            sum.given += u32::from(state.given.is_some());
            sum.back += u32::from(state.back.is_some() && state.given.is_none());
            sum.out += u32::from(state.out.is_some() && state.back.is_none() && state.given.is_none());
            sum.filled += state.filled.unwrap_or(0);
            sum.doubtful += state.doubtful;
            sum.valid += state.valid();
        }
        sum
    }

    /// How many valid signatures there are above the least that is asked for; below nothing where some are missing.
    pub fn margin(&self, jurisdiction: &Jurisdiction) -> i64 {
        i64::from(self.valid) - i64::from(jurisdiction.signatures.least)
    }
}

/// What was typed about a sheet.
#[derive(Clone, Default)]
pub struct Typed {
    pub out: String,
    pub back: String,
    pub given: String,
    pub filled: String,
    pub doubtful: String,
    pub is_void: bool,
    pub collector: String,
    pub place: String,
    pub member: String,
}

/// What of it was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Out,
    Back,
    /// Came back before it went out, or was handed over before it came back.
    Turned,
    Given,
    Filled,
    /// More rows than the sheet has.
    Lines,
    Doubtful,
    Collector,
    Place,
    Member,
}

/// A day, or nothing; not a month or a year.
pub fn day(typed: &str) -> Result<Option<PartialDate>, ()> {
    match typed.trim() {
        "" => Ok(None),
        typed => PartialDate::parse(typed).filter(|date| date.day.is_some()).map(Some).ok_or(()),
    }
}

fn count(typed: &str) -> Result<Option<u32>, ()> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| ()),
    }
}

impl Typed {
    pub fn of(state: &State, custody: &Custody) -> Self {
        let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        Self {
            out: day(state.out),
            back: day(state.back),
            given: day(state.given),
            filled: state.filled.map(|n| n.to_string()).unwrap_or_default(),
            doubtful: if state.filled.is_some() { state.doubtful.to_string() } else { String::new() },
            is_void: state.is_void,
            collector: custody.collector.clone(),
            place: custody.place.clone(),
            member: custody.member.clone(),
        }
    }

    /// Checks what was typed about a sheet of so many lines, and says all that is wrong with it.
    pub fn parse(&self, lines: u32) -> Result<(State, Custody), Vec<Fault>> {
        let mut faults = Vec::new();
        let mut dated = |typed: &str, fault| {
            day(typed).unwrap_or_else(|()| {
                faults.push(fault);
                None
            })
        };
        let (out, back) = (dated(&self.out, Fault::Out), dated(&self.back, Fault::Back));
        let given = dated(&self.given, Fault::Given);
        if !(State { out, back, given, ..State::default() }).is_in_order() {
            faults.push(Fault::Turned);
        }
        let filled = count(&self.filled).unwrap_or_else(|()| {
            faults.push(Fault::Filled);
            None
        });
        if filled.is_some_and(|filled| filled > lines) {
            faults.push(Fault::Lines);
        }
        let doubtful = count(&self.doubtful).map(Option::unwrap_or_default);
        if doubtful.is_err() || doubtful.is_ok_and(|doubtful| doubtful > filled.unwrap_or(0)) {
            faults.push(Fault::Doubtful);
        }
        let mut line = |typed: &str, fault| {
            parse_line(typed, MAX_LINE).unwrap_or_else(|_| {
                faults.push(fault);
                String::new()
            })
        };
        let custody = Custody {
            collector: line(&self.collector, Fault::Collector),
            place: line(&self.place, Fault::Place),
            member: line(&self.member, Fault::Member),
        };
        let doubtful = doubtful.unwrap_or_default();
        let state = State { out, back, given, filled, doubtful, is_void: self.is_void };
        if faults.is_empty() { Ok((state, custody)) } else { Err(faults) }
    }
}

/// Numbers as people write them, such as `1-20, 23`: each once, ascending; nothing where that is no list.
pub fn numbers(typed: &str) -> Option<Vec<i32>> {
    let mut all = std::collections::BTreeSet::new();
    for part in typed.split([',', ';', ' ']).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (from, to): (i32, i32) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
        if from < 1 || to < from || to - from >= 10_000 {
            return None;
        }
        all.extend(from..=to);
    }
    (!all.is_empty() && all.len() <= 10_000).then(|| all.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::{Course, Fault, Order, State, Sum, Typed, numbers};
    use crate::domain::date::PartialDate;
    use crate::domain::jurisdiction::Jurisdiction;

    fn day(text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap()
    }

    #[test]
    fn an_answer_is_due_after_45_calendar_days_and_silence_is_counted_from_then() {
        let canada = Jurisdiction::find("ca-house-of-commons").unwrap();
        let mut course = Course { presented: Some(day("2026-11-23")), ..Course::default() };
        assert_eq!(course.due(canada), Some(day("2027-01-07")));
        assert_eq!(course.silent(canada, day("2027-01-07")), None);
        assert_eq!(course.silent(canada, day("2027-01-10")), Some(3));
        course.answered = Some(day("2027-01-09"));
        assert_eq!(course.silent(canada, day("2027-01-10")), None);
        let britain = Jurisdiction::find("uk-parliament").unwrap();
        assert_eq!(course.due(britain), None);
    }

    #[test]
    fn what_counts_is_filled_and_not_doubtful_on_sheets_that_are_not_void() {
        let canada = Jurisdiction::find("ca-house-of-commons").unwrap();
        let state = |filled, doubtful, is_void| State { filled, doubtful, is_void, ..State::default() };
        let states = [
            state(Some(20), 3, false),
            state(Some(12), 0, false),
            state(Some(9), 1, true),
            state(None, 0, false),
        ];
        let sum = Sum::of(states.iter().map(|state| (Order::First, state)));
        assert_eq!((sum.sheets, sum.filled, sum.doubtful, sum.valid, sum.void), (4, 32, 3, 29, 1));
        assert_eq!(sum.margin(canada), 4);
    }

    #[test]
    fn what_cannot_be_of_a_sheet_is_refused() {
        let faults = |typed: Typed| typed.parse(10).unwrap_err();
        let typed = |filled: &str, doubtful: &str| Typed {
            filled: filled.into(),
            doubtful: doubtful.into(),
            ..Typed::default()
        };
        assert_eq!(faults(typed("11", "0")), [Fault::Lines]);
        assert_eq!(faults(typed("-5", "")), [Fault::Filled]);
        assert_eq!(faults(typed("5", "6")), [Fault::Doubtful]);
        assert_eq!(faults(typed("", "1")), [Fault::Doubtful]);
        let turned = Typed { out: "2026-11-23".into(), back: "2026-11-22".into(), ..Typed::default() };
        assert_eq!(faults(turned), [Fault::Turned]);
        let odd = Typed { out: "2026-11".into(), place: "=1+1".into(), ..Typed::default() };
        assert_eq!(faults(odd), [Fault::Out, Fault::Place]);
        assert!(typed("10", "10").parse(10).is_ok());
    }

    #[test]
    fn ranges_of_numbers_are_read_as_people_write_them() {
        assert_eq!(numbers("1-3, 7; 3 5–6"), Some(vec![1, 2, 3, 5, 6, 7]));
        for odd in ["", "a", "0", "-5", "5-3", "1-99999999", "1--2", "99999999999"] {
            assert_eq!(numbers(odd), None, "{odd}");
        }
    }
}
