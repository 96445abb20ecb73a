//! What a row of the table found.

use serde::Serialize;

use crate::figures::{Limit, Spread};
use crate::latency::{Latency, Percentiles};

/// What the limit is set on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Measure {
    /// The product's own figure.
    Product,
    /// The product against the comparison.
    Ratio,
}

/// A line of a plot: points and what they are called.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub name: String,
    pub points: Vec<(f64, f64)>,
}

/// One row of the table.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// The name to ask for it by.
    pub key: &'static str,
    pub work: String,
    pub against: String,
    pub unit: &'static str,
    pub product: Option<Spread>,
    pub comparison: Option<Spread>,
    pub ratio: Option<Spread>,
    pub limit: Option<(Measure, Limit)>,
    pub holds: Option<bool>,
    pub notes: Vec<String>,
    /// Latencies, for the plot.
    pub latencies: Vec<(String, Percentiles)>,
    pub curves: Vec<Line>,
}

impl Finding {
    /// Of the rounds of the product and of what ran beside it.
    pub fn new(
        key: &'static str,
        unit: &'static str,
        (work, against): (&str, &str),
        product: &[f64],
        comparison: &[f64],
    ) -> Self {
        let ratios = crate::figures::ratios(product, comparison);
        Self {
            key,
            work: work.to_owned(),
            against: against.to_owned(),
            unit,
            product: Spread::of(product),
            comparison: Spread::of(comparison),
            ratio: Spread::of(&ratios),
            limit: None,
            holds: None,
            notes: Vec::new(),
            latencies: Vec::new(),
            curves: Vec::new(),
        }
    }

    /// Sets the limit that it is held against.
    pub fn held_to(mut self, measure: Measure, limit: Limit) -> Self {
        let spread = match measure {
            Measure::Product => self.product,
            Measure::Ratio => self.ratio,
        };
        self.holds = spread.map(|spread| limit.holds(spread.median));
        self.limit = Some((measure, limit));
        self
    }

    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Keeps the latencies of one side.
    pub fn latency(mut self, name: &str, latency: &Latency) -> Self {
        self.latencies.push((name.to_owned(), latency.percentiles()));
        self.curves.push(Line { name: name.to_owned(), points: latency.curve() });
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Finding, Limit, Measure};

    #[test]
    fn a_row_is_held_to_the_median_of_its_ratios_or_to_its_own_figure() {
        let row = || Finding::new("page", "/s", ("page", "bare"), &[60.0, 80.0, 90.0], &[100.0; 3]);
        assert_eq!(row().held_to(Measure::Ratio, Limit::at_least(0.7)).holds, Some(true));
        assert_eq!(row().held_to(Measure::Ratio, Limit::at_least(0.9)).holds, Some(false));
        assert_eq!(row().held_to(Measure::Product, Limit::at_most(50.0)).holds, Some(false));
        let alone = Finding::new("page", "/s", ("page", ""), &[1.0], &[]);
        assert_eq!((alone.ratio, alone.holds), (None, None));
    }
}
