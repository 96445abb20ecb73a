//! The only place that asks what time it is.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use crate::domain::moment::Moment;

/// Tells the time: the system's in service, a hand-moved one in tests.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    Manual(Arc<Hands>),
}

/// What a manual clock shows.
#[derive(Debug)]
pub struct Hands {
    /// Milliseconds since the Unix epoch.
    at: AtomicI64,
    /// Milliseconds that have passed, however the clock was set.
    passed: AtomicU64,
}

/// When this process first asked.
static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);

impl Clock {
    pub fn manual(at: Moment) -> Self {
        Self::Manual(Arc::new(Hands { at: AtomicI64::new(at.0), passed: AtomicU64::new(0) }))
    }

    pub fn now(&self) -> Moment {
        match self {
            Self::System => {
                #[allow(clippy::disallowed_methods)]
                let now = std::time::SystemTime::now();
                let since = now.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
                Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
            }
            Self::Manual(hands) => Moment(hands.at.load(Ordering::SeqCst)),
        }
    }

    /// Moves a manual clock on; a system clock goes by itself.
    pub fn advance(&self, by: Duration) {
        if let Self::Manual(hands) = self {
            hands.at.store((self.now() + by).0, Ordering::SeqCst);
            let by = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
            hands.passed.fetch_add(by, Ordering::SeqCst);
        }
    }

    /// Sets a manual clock, as an operator sets that of a machine: no time passes.
    pub fn set(&self, to: Moment) {
        if let Self::Manual(hands) = self {
            hands.at.store(to.0, Ordering::SeqCst);
        }
    }

    /// How much time has passed, whatever the clock was set to meanwhile.
    pub fn passed(&self) -> Duration {
        match self {
            Self::System => BEGAN.elapsed(),
            Self::Manual(hands) => Duration::from_millis(hands.passed.load(Ordering::SeqCst)),
        }
    }
}

/// Lets governor's limits run on our clock, so that tests move them too. A clock that is set back must not keep anybody
/// out until it is as late again: limits go by the time that passes.
impl governor::clock::Clock for Clock {
    type Instant = governor::nanos::Nanos;

    fn now(&self) -> Self::Instant {
        self.passed().into()
    }
}
