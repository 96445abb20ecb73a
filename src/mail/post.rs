use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;

/// What this node knows of the mail of all nodes.
pub struct Post {
    is_on: AtomicBool,
    /// In seconds.
    lag: AtomicI64,
}

impl Default for Post {
    fn default() -> Self {
        Self { is_on: AtomicBool::new(true), lag: AtomicI64::new(0) }
    }
}

impl Post {
    /// Whether mail goes out; staff may have stopped it.
    pub fn is_on(&self) -> bool {
        self.is_on.load(Ordering::Relaxed)
    }

    /// How long confirmations have been taking of late.
    pub fn lag(&self) -> Duration {
        Duration::from_secs(u64::try_from(self.lag.load(Ordering::Relaxed)).unwrap_or(0))
    }

    pub fn learn(&self, is_on: bool, lag: Duration) {
        self.is_on.store(is_on, Ordering::Relaxed);
        self.lag.store(i64::try_from(lag.as_secs()).unwrap_or(i64::MAX), Ordering::Relaxed);
    }
}
