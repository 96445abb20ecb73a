use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::time::Duration;

use super::defence::neighbourhood;
use super::moment::Moment;

/// Over what the current rate is averaged.
const CURRENT: Duration = Duration::from_mins(1);

/// How far back the networks are looked at, and how many signings at the most: a sample is enough where there are more.
const RECENT: Duration = Duration::from_mins(10);
const SAMPLE: usize = 1000;

/// How fast people sign one campaign, now and usually, and from where. It forgets by itself, and its size is bounded.
#[derive(Clone, Debug)]
pub struct Pulse {
    /// Since when it has been watched.
    since: Moment,
    current: Average,
    usual: Average,
    recent: VecDeque<(Moment, IpAddr)>,
    networks: HashMap<IpAddr, u32>,
}

/// A sum that fades: what came a `span` ago weighs 1/e of what comes now.
#[derive(Clone, Copy, Debug)]
struct Average {
    sum: f64,
    at: Moment,
    span: f64,
}

fn seconds(from: Moment, to: Moment) -> f64 {
    let millis = u32::try_from(to.0.saturating_sub(from.0).max(0)).unwrap_or(u32::MAX);
    f64::from(millis) / 1000.0
}

impl Average {
    fn new(at: Moment, span: Duration) -> Self {
        Self { sum: 0.0, at, span: span.as_secs_f64() }
    }

    fn fade(&mut self, now: Moment) {
        self.sum *= (-seconds(self.at, now) / self.span).exp();
        self.at = now;
    }

    fn add(&mut self, now: Moment) {
        self.fade(now);
        self.sum += 1.0;
    }

    /// How many a minute.
    fn rate(&mut self, now: Moment) -> f64 {
        self.fade(now);
        self.sum / self.span * 60.0
    }
}

impl Pulse {
    /// `usual`: over how long the usual rate is averaged.
    pub fn new(since: Moment, usual: Duration) -> Self {
        Self {
            since,
            current: Average::new(since, CURRENT),
            usual: Average::new(since, usual),
            recent: VecDeque::new(),
            networks: HashMap::new(),
        }
    }

    /// Somebody signed, from this address.
    pub fn arrived(&mut self, address: IpAddr, now: Moment) {
        self.current.add(now);
        self.usual.add(now);
        let network = neighbourhood(address);
        self.recent.push_back((now, network));
        *self.networks.entry(network).or_default() += 1;
        if self.recent.len() > SAMPLE {
            self.forget_oldest();
        }
    }

    fn forget_oldest(&mut self) {
        let Some((_, network)) = self.recent.pop_front() else { return };
        if let Some(count) = self.networks.get_mut(&network) {
            *count -= 1;
            if *count == 0 {
                self.networks.remove(&network);
            }
        }
    }

    /// Signings a minute, now.
    pub fn current(&mut self, now: Moment) -> f64 {
        self.current.rate(now)
    }

    /// Signings a minute, usually. Watched for less than the whole span, it is what has been usual so far.
    pub fn usual(&mut self, now: Moment) -> f64 {
        let watched = seconds(self.since, now).max(CURRENT.as_secs_f64());
        let known = 1.0 - (-watched / self.usual.span).exp();
        self.usual.rate(now) / known
    }

    /// How many of the recent signings came from the busiest network, and how many there were.
    pub fn busiest(&mut self, now: Moment) -> Option<(u32, u32)> {
        // What lies far ahead is of a clock that had jumped.
        while self.recent.front().is_some_and(|(at, _)| *at + RECENT < now || *at > now + RECENT) {
            self.forget_oldest();
        }
        let busiest = self.networks.values().max()?;
        Some((*busiest, u32::try_from(self.recent.len()).unwrap_or(u32::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;
    use std::time::Duration;

    use super::{Pulse, SAMPLE};
    use crate::domain::moment::{HOUR, Moment};

    #[test]
    fn it_stays_small_however_many_come() {
        let mut pulse = Pulse::new(Moment(0), HOUR);
        for n in 0..20_000 {
            pulse.arrived(Ipv4Addr::from_bits(n << 8).into(), Moment(i64::from(n)));
        }
        assert_eq!((pulse.recent.len(), pulse.networks.len()), (SAMPLE, SAMPLE));
        assert_eq!(pulse.busiest(Moment(20_000)), Some((1, 1000)));
        assert_eq!(pulse.busiest(Moment(0) + HOUR), None);
        assert!(pulse.networks.is_empty());
    }

    #[test]
    fn a_clock_that_jumped_ahead_and_came_back_is_forgotten() {
        let mut pulse = Pulse::new(Moment(0), HOUR);
        for n in 0..200 {
            pulse.arrived(Ipv4Addr::LOCALHOST.into(), Moment(0) + HOUR * 1000 + Duration::from_millis(n));
        }
        let mut now = Moment(60_000);
        for _ in 0..30 {
            now = now + Duration::from_mins(1);
            pulse.arrived(Ipv4Addr::LOCALHOST.into(), now);
        }
        assert!(pulse.current(now) < 2.0, "{}", pulse.current(now));
        assert_eq!(pulse.busiest(now), Some((11, 11)));
    }

    #[test]
    fn a_clock_that_goes_back_does_no_harm() {
        let mut pulse = Pulse::new(Moment(1_000_000), HOUR);
        pulse.arrived(Ipv4Addr::LOCALHOST.into(), Moment(2_000_000));
        pulse.arrived(Ipv4Addr::LOCALHOST.into(), Moment(500_000));
        let (current, usual) = (pulse.current(Moment(400_000)), pulse.usual(Moment(400_000)));
        assert!((current - 2.0).abs() < 0.1 && usual.is_finite(), "{current} {usual}");
    }

    #[test]
    fn a_steady_rate_is_found_whether_watched_for_long_or_not() {
        let mut pulse = Pulse::new(Moment(0), HOUR * 2);
        let mut now = Moment(0);
        for minute in 0..240 {
            for _ in 0..30 {
                now = now + Duration::from_secs(2);
                pulse.arrived(Ipv4Addr::LOCALHOST.into(), now);
            }
            if minute > 5 {
                assert!((pulse.usual(now) - 30.0).abs() < 1.0, "{}", pulse.usual(now));
                assert!((pulse.current(now) - 30.0).abs() < 1.0);
            }
        }
    }
}
