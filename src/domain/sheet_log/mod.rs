//! The log of official sheets: where each one is, what is on it, and how far the petition is.

mod course;
mod typed;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use course::{Course, CourseFault, Frozen, TypedCourse};
pub use typed::{Fault, Typed};

use super::date::PartialDate;
use super::jurisdiction::Jurisdiction;
use super::jurisdiction::sheet::Order;
use super::moment::Moment;
use super::tag::Tag;

/// The longest of what is written about a sheet, in characters.
pub const MAX_LINE: usize = 120;

/// The most sheets that are printed at once.
pub const MOST_SHEETS: u32 = 500;

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
mod tests;
