//! The arithmetic of figures: medians, ratios, limits.

use serde::Serialize;

/// What several rounds gave.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    pub median: f64,
    pub min: f64,
    pub max: f64,
}

impl Spread {
    /// Of no values there is no spread.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (min, max) = (*sorted.first()?, *sorted.last()?);
        let middle = sorted.len() / 2;
        let median = if sorted.len() % 2 == 1 {
            sorted[middle]
        } else {
            f64::midpoint(sorted[middle - 1], sorted[middle])
        };
        Some(Self { median, min, max })
    }
}

/// The ratio of each round: the product against the comparison that ran right beside it.
pub fn ratios(product: &[f64], comparison: &[f64]) -> Vec<f64> {
    product
        .iter()
        .zip(comparison)
        .filter(|(_, other)| **other > 0.0)
        .map(|(own, other)| own / other)
        .collect()
}

/// On which side of its value a figure must stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Bound {
    AtLeast,
    AtMost,
}

/// What a figure must reach, or stay under.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Limit {
    pub bound: Bound,
    pub value: f64,
}

impl Limit {
    pub const fn at_least(value: f64) -> Self {
        Self { bound: Bound::AtLeast, value }
    }

    pub const fn at_most(value: f64) -> Self {
        Self { bound: Bound::AtMost, value }
    }

    pub fn holds(self, figure: f64) -> bool {
        match self.bound {
            Bound::AtLeast => figure >= self.value,
            Bound::AtMost => figure <= self.value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Limit, Spread, ratios};

    #[test]
    fn the_median_is_the_middle_or_between_the_two_in_the_middle() {
        let odd = Spread::of(&[3.0, 1.0, 2.0]).unwrap();
        assert_eq!(odd, Spread { median: 2.0, min: 1.0, max: 3.0 });
        let even = Spread::of(&[4.0, 1.0, 2.0, 3.0]).unwrap();
        assert_eq!(even, Spread { median: 2.5, min: 1.0, max: 4.0 });
        assert_eq!(Spread::of(&[]), None);
    }

    #[test]
    fn a_ratio_is_taken_within_its_round_and_then_the_median_of_them() {
        // The machine was half as fast in the second round; the ratios do not see it.
        let each = ratios(&[80.0, 40.0, 90.0], &[100.0, 50.0, 100.0]);
        assert_eq!(each, vec![0.8, 0.8, 0.9]);
        assert!((Spread::of(&each).unwrap().median - 0.8).abs() < 1e-9);
        assert!(ratios(&[1.0], &[0.0]).is_empty());
    }

    #[test]
    fn a_limit_holds_on_its_side_and_at_its_value() {
        assert!(Limit::at_least(0.7).holds(0.7) && !Limit::at_least(0.7).holds(0.69));
        assert!(Limit::at_most(250.0).holds(250.0) && !Limit::at_most(250.0).holds(251.0));
    }
}
