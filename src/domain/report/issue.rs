use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::delivery::census::{self, FEWEST, OTHER};
use crate::domain::delivery::manifest::Counts;
use crate::domain::disclosure::Disclosure;
use crate::domain::moment::Moment;
use crate::domain::words::Words;

use super::To;

/// So many comments a report tells, the newest.
pub const MOST_COMMENTS: usize = 50;

/// How many of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    pub online: i64,
    pub paper: i64,
    pub postcards: i64,
    pub organisations: i64,
    pub professionals: i64,
}

impl Figures {
    /// What has come since an earlier look. `online` are those who have signed since; of the rest only sums are known, which a
    /// correction may make smaller: then nothing has come.
    #[must_use]
    pub fn since(&self, before: &Self, online: i64) -> Self {
        let more = |now: i64, before: i64| (now - before).max(0);
        Self {
            online,
            paper: more(self.paper, before.paper),
            postcards: more(self.postcards, before.postcards),
            organisations: more(self.organisations, before.organisations),
            professionals: more(self.professionals, before.professionals),
        }
    }
}

/// A comment that is told: whose it is, and by what its words are known again. The words stay with the signature, and are gone
/// with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    pub signature: Uuid,
    /// A keyed hash of the words, in hexadecimal.
    pub mark: String,
}

/// All that an issue of a report tells, as it stood at its cut-off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    pub title: Words,
    pub organisation: String,
    pub postal_address: String,
    /// Whom it was made for; unknown of the oldest.
    #[serde(default)]
    pub whom: Option<To>,
    /// What they are called.
    pub to: String,
    /// Empty where it goes to a partner.
    pub office: Words,
    pub intro: String,
    pub level: Disclosure,
    pub figures: Figures,
    /// What has come since the last issue that left for them; none in the first.
    pub new: Option<Figures>,
    /// The day of the cut-off, and that of the issue that `new` is counted from, by the clocks of the organisation.
    pub as_of: String,
    pub since: Option<String>,
    /// Of `online`, by dimension and part, as far as they may be told.
    pub parts: BTreeMap<String, BTreeMap<String, i64>>,
    pub comments: Vec<Chosen>,
    /// How many more there are that are not told.
    pub more_comments: i64,
}

impl Facts {
    /// Whether it was made for somebody: what was fixed for one is not told to another.
    pub fn is_for(&self, to: &To) -> bool {
        self.whom.as_ref().is_none_or(|whom| whom == to)
    }

    /// Whether it tells anything that the issue before did not. The first always does.
    pub fn is_news(&self) -> bool {
        self.new.is_none_or(|new| new != Figures::default()) || !self.comments.is_empty()
    }
}

/// An issue of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    pub campaign: i32,
    pub report: i32,
    /// Counts from 1 within the report.
    pub number: i16,
    /// The day for which it was due, as `2026-12-07`.
    pub day: String,
    pub cut_off: Moment,
    pub made_at: Moment,
    /// Nothing was new, and nothing was sent.
    pub skipped: bool,
    pub facts: Facts,
}

/// What became of the mail of an issue to a receiver: `queued`, or as the outbox says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub issue: i16,
    pub receiver: Uuid,
    pub state: String,
    pub ended_at: Option<Moment>,
}

/// What is told of the parts of those who signed online. Places are told in full tens and the rest together: reports come again
/// and again, and whoever laid two beside each other would see that one person has come from a place. Weeks are no places.
pub fn told(
    parts: BTreeMap<String, BTreeMap<String, i64>>,
    level: Disclosure,
) -> BTreeMap<String, BTreeMap<String, i64>> {
    let counts = Counts { parts, ..Counts::default() };
    let mut told = census::told(counts, level.min(Disclosure::Place)).parts;
    for (_, parts) in told.iter_mut().filter(|(dimension, _)| *dimension != "week") {
        let mut rest = 0;
        for (_, many) in parts.iter_mut().filter(|(part, _)| *part != OTHER) {
            rest += *many % FEWEST;
            *many -= *many % FEWEST;
        }
        if rest > 0 {
            *parts.entry(OTHER.to_owned()).or_default() += rest;
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{FEWEST, Figures, OTHER, told};
    use crate::domain::disclosure::Disclosure;

    fn parts(of: &BTreeMap<String, i64>) -> BTreeMap<String, BTreeMap<String, i64>> {
        ["country", "region", "riding", "week"].map(|dimension| (dimension.to_owned(), of.clone())).into()
    }

    #[test]
    fn a_correction_is_no_news() {
        let before = Figures { online: 10, paper: 300, postcards: 5, organisations: 2, professionals: 1 };
        let now = Figures { online: 9, paper: 298, postcards: 7, organisations: 2, professionals: 1 };
        assert_eq!(now.since(&before, 0), Figures { postcards: 2, ..Figures::default() });
    }

    proptest! {
        #[test]
        fn two_reports_beside_each_other_tell_of_nobody_alone(
            counted in prop::collection::btree_map("[A-Z]{2}", 1_i64..60, 1..12),
            place in any::<prop::sample::Index>(),
        ) {
            let sum = |parts: &BTreeMap<String, i64>| parts.values().sum::<i64>();
            let before = told(parts(&counted), Disclosure::Full);
            let mut more = counted.clone();
            *more.values_mut().nth(place.index(counted.len())).unwrap() += 1;
            let after = told(parts(&more), Disclosure::Place);
            for dimension in ["country", "region", "riding"] {
                let (before, after) = (&before[dimension], &after[dimension]);
                prop_assert_eq!((sum(before), sum(after)), (sum(&counted), sum(&counted) + 1));
                for (part, many) in after.iter().filter(|(part, _)| *part != OTHER) {
                    prop_assert!(many % FEWEST == 0 && *many >= FEWEST);
                    // It stands as it stood, or has come to ten more.
                    let moved = many - before.get(part).copied().unwrap_or(0);
                    prop_assert!(moved == 0 || moved == FEWEST);
                }
            }
            prop_assert_eq!(sum(&after["week"]), sum(&counted) + 1);
            prop_assert!(told(parts(&counted), Disclosure::Numbers).is_empty());
        }
    }
}
