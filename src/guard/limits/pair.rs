use std::hash::Hash;
use std::num::NonZeroU32;
use std::time::Duration;

use ahash::RandomState;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use super::kind::{Kind, Limited};
use crate::clock::Clock;

type Keyed<K> = RateLimiter<K, DashMapStateStore<K, RandomState>, Clock, NoOpMiddleware<Nanos>>;

/// Two limits on one thing: how many at once, and how many for long.
pub(super) struct Pair<K: Hash + Eq + Clone> {
    limit: &'static str,
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
    pub(super) fn new(kind: Kind, burst: u32, sustained: u32, clock: &Clock) -> Self {
        let limiter = |quota| {
            RateLimiter::new(quota, DashMapStateStore::with_hasher(RandomState::new()), clock.clone())
        };
        Self {
            limit: kind.as_str(),
            burst: limiter(quota(burst, Duration::from_mins(1))),
            sustained: limiter(quota(sustained, Duration::from_hours(1))),
            clock: clock.clone(),
        }
    }

    pub(super) fn check(&self, key: &K) -> Result<(), Limited> {
        for limiter in [&self.burst, &self.sustained] {
            limiter.check_key(key).map_err(|until| Limited {
                limit: self.limit,
                wait: until.wait_time_from(governor::clock::Clock::now(&self.clock)),
            })?;
        }
        Ok(())
    }

    pub(super) fn forget(&self) {
        for limiter in [&self.burst, &self.sustained] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}
