//! The only place that asks for randomness.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::domain::moment::Moment;

/// Gives random bytes: the operating system's in service, a repeatable stream in tests.
#[derive(Clone, Debug)]
pub enum Entropy {
    System,
    Seeded(Arc<AtomicU64>),
}

impl Entropy {
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(AtomicU64::new(seed)))
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match self {
            // Without randomness nothing can be sealed: to go on would be worse than to stop.
            #[allow(clippy::disallowed_methods)]
            Self::System => getrandom::fill(&mut bytes).expect("the operating system gives randomness"),
            Self::Seeded(counter) => {
                for chunk in bytes.chunks_mut(32) {
                    let n = counter.fetch_add(1, Ordering::SeqCst);
                    let block = Sha256::digest(n.to_be_bytes());
                    chunk.copy_from_slice(&block[..chunk.len()]);
                }
            }
        }
        bytes
    }

    /// A UUID version 7 (RFC 9562): in the order of time, so that rows are appended.
    pub fn uuid(&self, now: Moment) -> Uuid {
        let millis = u64::try_from(now.0).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }
}
