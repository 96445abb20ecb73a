//! What was counted of a campaign: hour by hour, and by every other part.

use std::collections::BTreeMap;

use super::moment::Moment;
use super::tally::Dimension;

/// The counts of a campaign as they are kept in groups; of no single signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    pub confirmed: BTreeMap<Moment, i64>,
    pub signed: BTreeMap<Moment, i64>,
    parts: BTreeMap<String, Vec<(String, i64)>>,
}

fn by_hours(rows: Vec<(String, i64)>) -> BTreeMap<Moment, i64> {
    let there = rows.into_iter().filter(|(_, n)| *n != 0);
    there.filter_map(|(hour, n)| Some((Moment::of_hour(&hour)?, n))).collect()
}

impl Story {
    /// Of the parts of the count (dimension, part, how many), the hours in which people confirmed, and those in which forms
    /// were sent.
    pub fn new(
        counted: Vec<(String, String, i64)>,
        confirmed: Vec<(String, i64)>,
        signed: Vec<(String, i64)>,
    ) -> Self {
        let mut parts: BTreeMap<String, Vec<(String, i64)>> = BTreeMap::new();
        for (dimension, part, n) in counted {
            if n != 0 {
                parts.entry(dimension).or_default().push((part, n));
            }
        }
        for rows in parts.values_mut() {
            rows.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        }
        Self { confirmed: by_hours(confirmed), signed: by_hours(signed), parts }
    }

    /// The parts of a dimension, the largest first.
    pub fn parts(&self, dimension: Dimension) -> &[(String, i64)] {
        self.parts.get(dimension.as_str()).map_or(&[], Vec::as_slice)
    }

    /// How many are counted in one part.
    pub fn part(&self, dimension: Dimension, part: &str) -> i64 {
        self.parts(dimension).iter().find(|(name, _)| name == part).map_or(0, |(_, n)| *n)
    }

    /// When the first was counted; now, where none was.
    pub fn first(&self, now: Moment) -> Moment {
        self.confirmed.keys().next().copied().unwrap_or(now)
    }
}

#[cfg(test)]
mod tests {
    use super::{Dimension, Moment, Story};

    #[test]
    fn what_is_nothing_is_left_out_and_the_largest_comes_first() {
        let rows = [("source", "b", 2), ("source", "gone", 0), ("source", "a", 2), ("source", "", 9)];
        let rows = rows.map(|(dimension, part, n)| (dimension.to_owned(), part.to_owned(), n));
        let hours = [("2026-11-21T10", 0), ("2026-11-22T10", 13), ("soon", 1)];
        let story = Story::new(rows.into(), hours.map(|(hour, n)| (hour.to_owned(), n)).into(), Vec::new());
        let sources: Vec<_> = story.parts(Dimension::Source).iter().map(|(part, _)| part.as_str()).collect();
        assert_eq!(sources, ["", "a", "b"]);
        assert_eq!((story.part(Dimension::Source, "a"), story.part(Dimension::Riding, "a")), (2, 0));
        assert_eq!(story.first(Moment(0)), Moment(1_795_341_600_000));
        assert_eq!(Story::default().first(Moment(7)), Moment(7));
    }
}
