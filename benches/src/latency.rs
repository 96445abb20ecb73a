//! Latencies, kept as a histogram of three significant digits.

use std::time::Duration;

use hdrhistogram::Histogram;
use serde::Serialize;

/// Longer than any client here waits.
const MOST: Duration = Duration::from_mins(2);

/// How long answers took.
#[derive(Clone)]
pub struct Latency(Histogram<u64>);

/// The percentiles that tables show, in milliseconds.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Percentiles {
    pub p50: f64,
    pub p90: f64,
    pub p99: f64,
    pub p999: f64,
    pub most: f64,
}

impl Default for Latency {
    fn default() -> Self {
        let most = u64::try_from(MOST.as_micros()).unwrap_or(u64::MAX);
        Self(Histogram::new_with_bounds(1, most, 3).expect("the bounds are sound"))
    }
}

impl Latency {
    pub fn record(&mut self, took: Duration) {
        self.0.saturating_record(u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
    }

    pub fn add(&mut self, other: &Self) {
        self.0.add(&other.0).expect("both have the same bounds");
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In milliseconds; `share` is 0.99 for the 99th percentile.
    pub fn at(&self, share: f64) -> f64 {
        if self.is_empty() { 0.0 } else { self.0.value_at_quantile(share) as f64 / 1000.0 }
    }

    pub fn percentiles(&self) -> Percentiles {
        Percentiles {
            p50: self.at(0.5),
            p90: self.at(0.9),
            p99: self.at(0.99),
            p999: self.at(0.999),
            most: self.at(1.0),
        }
    }

    /// Points of the percentile curve: the share of answers that were slower (1 for all, 0.01 past p99), and milliseconds.
    /// It ends where fewer than ten answers are left, which say nothing.
    pub fn curve(&self) -> Vec<(f64, f64)> {
        const STEPS: i32 = 60;
        let last = 10.0 / (self.0.len().max(1) as f64);
        (0..=STEPS)
            .map(|step| 10f64.powf(-4.0 * f64::from(step) / f64::from(STEPS)))
            .take_while(|slower| *slower >= last)
            .map(|slower| (slower, self.at(1.0 - slower)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Latency;

    #[test]
    fn percentiles_are_read_within_a_thousandth() {
        let mut latency = Latency::default();
        for millis in 1..=1000 {
            latency.record(Duration::from_millis(millis));
        }
        let read = latency.percentiles();
        for (shown, true_one) in
            [(read.p50, 500.0), (read.p90, 900.0), (read.p99, 990.0), (read.most, 1000.0)]
        {
            assert!((shown - true_one).abs() <= true_one / 900.0, "{shown} for {true_one}");
        }
    }

    #[test]
    fn what_is_longer_than_all_is_kept_as_the_longest() {
        let mut latency = Latency::default();
        latency.record(Duration::from_hours(1));
        assert!((latency.at(1.0) - 120_000.0).abs() < 200.0);
        assert!((Latency::default().at(0.99)).abs() < f64::EPSILON);
    }

    #[test]
    fn the_curve_rises_and_ends_where_too_few_are_left() {
        let mut latency = Latency::default();
        for millis in 1..=1000 {
            latency.record(Duration::from_millis(millis));
        }
        let curve = latency.curve();
        assert!(curve.windows(2).all(|pair| pair[0].1 <= pair[1].1 && pair[0].0 > pair[1].0));
        assert!(curve.last().unwrap().0 >= 0.01);
    }
}
