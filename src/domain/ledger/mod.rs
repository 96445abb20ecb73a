//! The ledger of paper: how many cards and signatures are in which box, counted by two people. Nothing in it is ever
//! changed; what was wrong is corrected by another entry.

mod entry;
pub mod row;
pub mod scan;
pub mod table;

use uuid::Uuid;

pub use entry::{Custody, Entry, Fault, NewEntry, Typed};

use super::moment::Moment;
use super::name::parse_line;
use super::refusal::Reason;

/// The most that one step of a batch may come to; no box is as large.
pub const MOST: i64 = 1_000_000;

/// The longest label of a batch, in characters.
const LONGEST_LABEL: usize = 80;

/// What is in a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Postcards,
    /// Sheets of signatures; what is counted are the signatures on them.
    Signatures,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Postcards, Self::Signatures];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Postcards => "postcards",
            Self::Signatures => "signatures",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// What happens to paper, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Printed,
    /// Handed out to be written on.
    Distributed,
    /// Back and counted by two people: from here on it counts.
    Collected,
    /// In the hands of whom it is for.
    Delivered,
}

impl Step {
    pub const ALL: [Self; 4] = [Self::Printed, Self::Distributed, Self::Collected, Self::Delivered];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Distributed => "distributed",
            Self::Collected => "collected",
            Self::Delivered => "delivered",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == text)
    }
}

/// A box or a pile that is counted as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    pub campaign: i32,
    /// Counts from 1 within the campaign.
    pub number: i32,
    pub kind: Kind,
    pub label: String,
    pub opened_by: Option<Uuid>,
    pub opened_at: Moment,
}

/// Checks what is written on a batch.
pub fn parse_label(typed: &str) -> Result<String, Reason> {
    let label = parse_line(typed, LONGEST_LABEL)?;
    if label.is_empty() { Err(Reason::Missing) } else { Ok(label) }
}

/// What the entries of a batch, or of several, come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub printed: i64,
    pub distributed: i64,
    pub collected: i64,
    pub delivered: i64,
}

/// Why an entry cannot be: it would make the ledger say what cannot have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Fewer than none.
    Below,
    TooMany,
    /// More rows than that have been typed in; so many.
    BelowTyped(i64),
    /// More delivered than collected; so many were collected.
    MoreDelivered(i64),
}

impl Sum {
    pub const fn get(&self, step: Step) -> i64 {
        match step {
            Step::Printed => self.printed,
            Step::Distributed => self.distributed,
            Step::Collected => self.collected,
            Step::Delivered => self.delivered,
        }
    }

    #[must_use]
    pub const fn with(mut self, step: Step, by: i64) -> Self {
        let part = match step {
            Step::Printed => &mut self.printed,
            Step::Distributed => &mut self.distributed,
            Step::Collected => &mut self.collected,
            Step::Delivered => &mut self.delivered,
        };
        *part = part.saturating_add(by);
        self
    }

    pub fn of(entries: impl Iterator<Item = (Step, i64)>) -> Self {
        entries.fold(Self::default(), |sum, (step, many)| sum.with(step, many))
    }

    /// The sum after another entry, where that can be. `typed` is how many rows of its sheets have been typed in.
    pub fn after(&self, typed: i64, (step, by): (Step, i64)) -> Result<Self, Refused> {
        let sum = self.with(step, by);
        if sum.get(step) < 0 {
            Err(Refused::Below)
        } else if sum.get(step) > MOST {
            Err(Refused::TooMany)
        } else if sum.collected < typed {
            Err(Refused::BelowTyped(typed))
        } else if sum.delivered > sum.collected {
            Err(Refused::MoreDelivered(sum.collected))
        } else {
            Ok(sum)
        }
    }
}

/// How many signatures of a batch count: those that two people counted, without the rows that were typed in and do not stand.
pub const fn counted(collected: i64, fallen: i64) -> i64 {
    collected - fallen
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Kind, MOST, Refused, Step, Sum, counted};

    proptest! {
        /// Whatever is written and refused, no step is ever below nothing, no more is delivered than there is, and what counts
        /// is never negative.
        #[test]
        fn the_ledger_never_says_what_cannot_be(moves in prop::collection::vec((0usize..4, -50i64..50, 0i64..3), 0..80)) {
            let (mut sum, mut typed, mut fallen) = (Sum::default(), 0, 0);
            for (step, by, rows) in moves {
                if let Ok(after) = sum.after(typed, (Step::ALL[step], by)) {
                    sum = after;
                }
                if typed + rows <= sum.collected {
                    typed += rows;
                    fallen += rows / 2;
                }
                prop_assert!(Step::ALL.into_iter().all(|step| (0..=MOST).contains(&sum.get(step))));
                prop_assert!(sum.delivered <= sum.collected);
                prop_assert!(counted(sum.collected, fallen) >= 0);
            }
        }
    }

    #[test]
    fn what_cannot_have_happened_is_refused() {
        let sum = Sum { collected: 40, delivered: 30, ..Sum::default() };
        assert_eq!(sum.after(0, (Step::Collected, -41)), Err(Refused::Below));
        assert_eq!(sum.after(0, (Step::Collected, -11)), Err(Refused::MoreDelivered(29)));
        assert_eq!(sum.after(0, (Step::Delivered, 11)), Err(Refused::MoreDelivered(40)));
        assert_eq!(sum.after(39, (Step::Collected, -2)), Err(Refused::BelowTyped(39)));
        assert_eq!(sum.after(0, (Step::Printed, MOST + 1)), Err(Refused::TooMany));
        assert_eq!(sum.after(0, (Step::Printed, i64::MAX)), Err(Refused::TooMany));
        assert!(sum.after(40, (Step::Delivered, 10)).is_ok());
    }

    #[test]
    fn every_name_is_read_as_it_is_written() {
        assert!(Kind::ALL.into_iter().all(|kind| Kind::parse(kind.as_str()) == Some(kind)));
        assert!(Step::ALL.into_iter().all(|step| Step::parse(step.as_str()) == Some(step)));
    }
}
