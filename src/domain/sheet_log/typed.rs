use super::{Custody, MAX_LINE, State};
use crate::domain::date::PartialDate;
use crate::domain::name::parse_line;

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
pub(super) fn day(typed: &str) -> Result<Option<PartialDate>, ()> {
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
