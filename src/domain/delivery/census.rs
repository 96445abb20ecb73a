//! How many are in a delivery and from where, before it is frozen and when it is.

use std::collections::BTreeMap;

use super::manifest::Counts;
use crate::domain::disclosure::Disclosure;
use crate::domain::moment::Moment;

/// Parts of fewer are told together where names are not told: few from one place could be known.
pub const FEWEST: i64 = 10;

/// The part under which those of too few stand.
pub const OTHER: &str = "other";

/// How many signed online, from one place, in one week, under one version of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub country: String,
    pub region: String,
    pub riding: String,
    /// Weeks since Monday, 29 December 1969.
    pub week: i64,
    pub text_version: i32,
    pub many: i64,
}

/// In milliseconds.
const DAY: i64 = 86_400_000;

/// The week of a moment. Weeks begin on Mondays; the epoch was a Thursday.
pub const fn week(at: Moment) -> i64 {
    (at.0.div_euclid(DAY) + 3).div_euclid(7)
}

/// The Monday of a week, as `2026-11-16`.
pub fn monday(week: i64) -> String {
    Moment(week.saturating_mul(7 * DAY).saturating_sub(3 * DAY)).to_string().chars().take(10).collect()
}

/// Sums cells up by dimension: `country`, `region`, `riding` and `week`, each of which comes to the whole.
pub fn parts(cells: &[Cell]) -> BTreeMap<String, BTreeMap<String, i64>> {
    let mut parts: BTreeMap<String, BTreeMap<String, i64>> = BTreeMap::new();
    for cell in cells {
        let values = [
            ("country", cell.country.clone()),
            ("region", cell.region.clone()),
            ("riding", cell.riding.clone()),
            ("week", monday(cell.week)),
        ];
        for (dimension, part) in values {
            *parts.entry(dimension.to_owned()).or_default().entry(part).or_default() += cell.many;
        }
    }
    parts
}

/// What an addressee may be told of the parts: nothing by place where they get numbers only, and nothing of few where they
/// get no names.
pub fn told(mut counts: Counts, disclosure: Disclosure) -> Counts {
    if disclosure == Disclosure::Numbers {
        counts.parts.clear();
    }
    if disclosure == Disclosure::Place {
        for parts in counts.parts.values_mut() {
            let few = |(part, many): (&String, &i64)| (*many < FEWEST).then(|| part.clone());
            let few: Vec<String> = parts.iter().filter_map(few).collect();
            let together: i64 = few.iter().filter_map(|part| parts.remove(part)).sum();
            if together > 0 {
                *parts.entry(OTHER.to_owned()).or_default() += together;
            }
        }
    }
    counts
}

/// Of how many an addressee is told that they live in the addressee's own riding; nothing where they get numbers only, nor of few
/// where they get no names. `told` are the counts as they may be told.
pub fn own_riding(told: &Counts, riding: &str, disclosure: Disclosure) -> Option<i64> {
    let many = told.parts.get("riding").and_then(|ridings| ridings.get(riding)).copied();
    match disclosure {
        _ if riding.is_empty() => None,
        Disclosure::Numbers | Disclosure::Place => many,
        Disclosure::NamePlace | Disclosure::Full => Some(many.unwrap_or(0)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{
        Cell, Counts, DAY, Disclosure, FEWEST, Moment, OTHER, monday, own_riding, parts, told, week,
    };

    #[test]
    fn of_the_own_riding_no_more_is_told_than_of_others() {
        let counted = |many: i64| {
            let ridings = BTreeMap::from([("35075".to_owned(), many), ("24039".to_owned(), 50)]);
            Counts { parts: BTreeMap::from([("riding".to_owned(), ridings)]), ..Counts::default() }
        };
        let own = |many, disclosure| own_riding(&told(counted(many), disclosure), "35075", disclosure);
        assert_eq!(own(12, Disclosure::Numbers), None);
        assert_eq!(own(12, Disclosure::Place), Some(12));
        assert_eq!(own(3, Disclosure::Place), None);
        assert_eq!(own(3, Disclosure::NamePlace), Some(3));
        assert_eq!(own_riding(&counted(3), "24001", Disclosure::Full), Some(0));
        assert_eq!(own_riding(&counted(3), "", Disclosure::Full), None);
    }

    #[test]
    fn weeks_begin_on_mondays() {
        assert_eq!(monday(0), "1969-12-29");
        // 16 November 2026 is a Monday.
        let monday_morning = Moment(20_773 * DAY);
        assert_eq!(monday(week(monday_morning)), "2026-11-16");
        assert_eq!(week(Moment(monday_morning.0 - 1)), week(monday_morning) - 1);
    }

    fn cell() -> impl Strategy<Value = Cell> {
        ("[A-C]", "[A-C]", "[a-z]?", 2900_i64..2960, 1_i64..40).prop_map(
            |(country, region, riding, week, many)| Cell {
                country,
                region,
                riding,
                week,
                text_version: 1,
                many,
            },
        )
    }

    proptest! {
        #[test]
        fn each_dimension_comes_to_the_whole(cells in prop::collection::vec(cell(), 1..60)) {
            let online: i64 = cells.iter().map(|cell| cell.many).sum();
            let counts = Counts { online, parts: parts(&cells), ..Counts::default() };
            for disclosure in [Disclosure::Place, Disclosure::Full] {
                let told = told(counts.clone(), disclosure);
                prop_assert_eq!(told.parts.len(), 4);
                for parts in told.parts.values() {
                    prop_assert_eq!(parts.values().sum::<i64>(), online);
                    let few = parts.iter().any(|(part, many)| part != OTHER && *many < FEWEST);
                    prop_assert!(disclosure == Disclosure::Full || !few);
                }
            }
            prop_assert!(told(counts, Disclosure::Numbers).parts.is_empty());
        }
    }
}
