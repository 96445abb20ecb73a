//! Open-loop arrivals: when each request is due, decided beforehand. Nobody waits for the answer to another, and latency
//! counts from when a request was due, so that a service that stalls is charged for everybody who came meanwhile.

use std::time::Duration;

use crate::random::Random;

/// Arrivals as people come, each by themselves: gaps are exponential around the rate (a Poisson process).
pub struct Arrivals {
    rate: f64,
    random: Random,
    at: f64,
    end: f64,
}

impl Arrivals {
    /// `rate` a second, for so long.
    pub fn new(rate: f64, length: Duration, seed: u64) -> Self {
        Self { rate, random: Random::new(seed), at: 0.0, end: length.as_secs_f64() }
    }
}

impl Iterator for Arrivals {
    type Item = Duration;

    fn next(&mut self) -> Option<Duration> {
        if self.rate <= 0.0 {
            return None;
        }
        self.at -= self.random.unit().ln() / self.rate;
        (self.at < self.end).then(|| Duration::from_secs_f64(self.at))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Arrivals;

    #[test]
    fn arrivals_come_in_order_at_their_rate_and_end() {
        let due: Vec<Duration> = Arrivals::new(1000.0, Duration::from_secs(20), 7).collect();
        assert!(due.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!(due.iter().all(|at| *at < Duration::from_secs(20)));
        // Five standard deviations of a Poisson count of 20,000.
        assert!((19_300..20_700).contains(&due.len()), "{}", due.len());
    }

    #[test]
    fn the_gaps_are_those_of_people_who_do_not_know_each_other() {
        let due: Vec<f64> =
            Arrivals::new(1000.0, Duration::from_secs(50), 3).map(|at| at.as_secs_f64()).collect();
        let gaps: Vec<f64> = due.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let mean = gaps.iter().sum::<f64>() / gaps.len() as f64;
        let longer = gaps.iter().filter(|gap| **gap > mean).count() as f64 / gaps.len() as f64;
        assert!((longer - (-1f64).exp()).abs() < 0.02, "{longer}");
    }

    #[test]
    fn the_same_seed_gives_the_same_arrivals_and_no_rate_gives_none() {
        let of = |seed| Arrivals::new(50.0, Duration::from_secs(1), seed).collect::<Vec<_>>();
        assert_eq!(of(1), of(1));
        assert_ne!(of(1), of(2));
        assert_eq!(Arrivals::new(0.0, Duration::from_secs(1), 1).count(), 0);
    }
}
