//! The arithmetic of the count: a total and its parts, moved together.

use std::collections::BTreeMap;

use super::signature::Counted;

/// How the count is broken down. The parts of each dimension sum to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    Hour,
    Country,
    Region,
    Riding,
    Language,
    Source,
}

impl Dimension {
    pub const ALL: [Self; 6] =
        [Self::Hour, Self::Country, Self::Region, Self::Riding, Self::Language, Self::Source];

    /// Those that say of whom a count is made, not when.
    pub const OF_WHOM: [Self; 5] = [Self::Country, Self::Region, Self::Riding, Self::Language, Self::Source];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Country => "country",
            Self::Region => "region",
            Self::Riding => "riding",
            Self::Language => "language",
            Self::Source => "source",
        }
    }
}

/// A change of the count: how much the whole moves, and each part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    pub online: i64,
    pub parts: BTreeMap<(Dimension, String), i64>,
}

impl Change {
    pub fn add(&mut self, counted: &Counted) {
        self.shift(counted, 1);
    }

    pub fn remove(&mut self, counted: &Counted) {
        self.shift(counted, -1);
    }

    fn shift(&mut self, counted: &Counted, by: i64) {
        self.online += by;
        let parts = [
            (Dimension::Hour, counted.confirmed_at.hour()),
            (Dimension::Country, counted.country.clone()),
            (Dimension::Region, counted.region.clone()),
            (Dimension::Riding, counted.riding.clone()),
            (Dimension::Language, counted.lang.code().to_owned()),
            (Dimension::Source, counted.source.clone()),
        ];
        for part in parts {
            *self.parts.entry(part).or_default() += by;
        }
    }
}

/// What is counted beside the signatures given online.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Signatures on paper.
    Paper,
    /// Postcards written here, confirmed and standing.
    CardsOnline,
    /// Postcards counted on paper.
    CardsPaper,
    /// Of both, those that were handed over or mailed.
    CardsSent,
}

/// How many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    pub paper: i64,
    pub cards_online: i64,
    pub cards_paper: i64,
    pub cards_sent: i64,
}

/// The next round number to reach: the campaign's own milestones first, then ever doubled.
pub fn next_milestone(milestones: &[i64], counted: i64) -> i64 {
    if let Some(next) = milestones.iter().find(|milestone| **milestone > counted) {
        return *next;
    }
    let mut next = milestones.last().copied().unwrap_or(100).max(1);
    while next <= counted && next < i64::MAX {
        next = next.saturating_mul(2);
    }
    next
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Change, Counted, Dimension, next_milestone};
    use crate::domain::lang::Lang;
    use crate::domain::moment::Moment;

    proptest! {
        /// However signatures come and go, the parts of every dimension sum to the whole.
        #[test]
        fn the_parts_always_sum_to_the_whole(moves in prop::collection::vec((0i64..100_000_000_000, 0usize..3, any::<bool>()), 0..60)) {
            let places = [
                ("CA", "CA-ON", "35075", Lang::En, "qr"),
                ("CA", "CA", "", Lang::Fr, ""),
                ("FR", "FR", "", Lang::Fr, "qr"),
            ];
            let mut change = Change::default();
            for (at, place, comes) in moves {
                let (country, region, riding, lang, source) = places[place];
                let counted = Counted {
                    confirmed_at: Moment(at),
                    country: country.into(),
                    region: region.into(),
                    riding: riding.into(),
                    lang,
                    source: source.into(),
                };
                if comes { change.add(&counted) } else { change.remove(&counted) }
            }
            for dimension in Dimension::ALL {
                let sum: i64 = change.parts.iter().filter(|((of, _), _)| *of == dimension).map(|(_, n)| n).sum();
                prop_assert_eq!(sum, change.online);
            }
        }

        #[test]
        fn the_next_milestone_is_always_ahead(counted in 0i64..10_000_000_000) {
            prop_assert!(next_milestone(&[100, 250], counted) > counted);
            prop_assert!(next_milestone(&[], counted) > counted);
        }
    }
}
