use std::hash::Hash;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use super::client::Network;
use crate::clock::Clock;
use crate::domain::household::Index;
use crate::settings;

type Keyed<K> = RateLimiter<K, DashMapStateStore<K>, Clock, NoOpMiddleware<Nanos>>;

/// Two limits on one thing: how many at once, and how many for long.
struct Pair<K: Hash + Eq + Clone> {
    burst: Keyed<K>,
    sustained: Keyed<K>,
    clock: Clock,
}

fn quota(most: u32, refilled_in: Duration) -> Quota {
    let most = NonZeroU32::new(most).unwrap_or(NonZeroU32::MIN);
    let period =
        Quota::with_period(refilled_in / most.get()).unwrap_or_else(|| Quota::per_second(NonZeroU32::MAX));
    period.allow_burst(most)
}

impl<K: Hash + Eq + Clone> Pair<K> {
    fn new(burst: u32, sustained: u32, clock: &Clock) -> Self {
        let limiter = |quota| RateLimiter::new(quota, DashMapStateStore::default(), clock.clone());
        Self {
            burst: limiter(quota(burst, Duration::from_mins(1))),
            sustained: limiter(quota(sustained, Duration::from_hours(1))),
            clock: clock.clone(),
        }
    }

    fn check(&self, key: &K) -> Result<(), Limited> {
        for limiter in [&self.burst, &self.sustained] {
            limiter.check_key(key).map_err(|until| Limited {
                wait: until.wait_time_from(governor::clock::Clock::now(&self.clock)),
            })?;
        }
        Ok(())
    }

    fn forget(&self) {
        for limiter in [&self.burst, &self.sustained] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

/// Too often: how long to wait until one more is let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limited {
    pub wait: Duration,
}

/// The limits of this node.
pub struct Limits {
    network: Pair<Network>,
    recipient: Pair<Index>,
    campaign: Pair<i32>,
    code: Pair<Network>,
}

impl Limits {
    pub fn new(settings: &settings::Limits, clock: &Clock) -> Self {
        Self {
            network: Pair::new(settings.network_burst, settings.network_sustained, clock),
            recipient: Pair::new(settings.recipient_burst, settings.recipient_sustained, clock),
            campaign: Pair::new(settings.campaign_burst, settings.campaign_sustained, clock),
            code: Pair::new(settings.code_burst, settings.code_sustained, clock),
        }
    }

    /// Before anything that makes a mail.
    pub fn check_mail(
        &self,
        network: Network,
        recipient: Option<Index>,
        campaign: i32,
    ) -> Result<(), Limited> {
        self.network.check(&network)?;
        if let Some(recipient) = recipient {
            self.recipient.check(&recipient)?;
        }
        self.campaign.check(&campaign)
    }

    /// Before a code is compared.
    pub fn check_code(&self, network: Network) -> Result<(), Limited> {
        self.code.check(&network)
    }

    /// Forgets whoever has waited long enough, so that memory follows the traffic of the last hour.
    pub fn forget_old(&self) {
        self.network.forget();
        self.recipient.forget();
        self.campaign.forget();
        self.code.forget();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Limits, Network};
    use crate::clock::Clock;
    use crate::domain::moment::Moment;
    use crate::settings::Settings;

    #[test]
    fn a_burst_is_let_in_and_then_one_at_a_time() {
        let mut settings = Settings::load(None, std::iter::empty()).unwrap().limits;
        settings.network_burst = 3;
        let clock = Clock::manual(Moment(1_000_000_000));
        let limits = Limits::new(&settings, &clock);
        let [home, other] = ["192.0.2.1", "192.0.2.2"].map(|address| Network::of(address.parse().unwrap()));
        for _ in 0..3 {
            assert_eq!(limits.check_mail(home, None, 1), Ok(()));
        }
        let limited = limits.check_mail(home, None, 1).unwrap_err();
        assert_eq!(limited.wait, Duration::from_secs(20));
        assert_eq!(limits.check_mail(other, None, 1), Ok(()));
        clock.advance(Duration::from_secs(20));
        assert_eq!(limits.check_mail(home, None, 1), Ok(()));
        assert!(limits.check_mail(home, None, 1).is_err());
    }
}
