//! Somebody has another email address than the one with which they signed. It is theirs once a mail to it was answered.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::lang::Lang;
use super::moment::{DAY, Moment};

/// How long the mail to it may wait for an answer.
pub const LASTS: Duration = DAY.saturating_mul(7);

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    pub at: Moment,
    /// Signatures that stand under the new address.
    pub moved: usize,
    /// Those that stay where they were, since others stand at the new address.
    pub taken: usize,
}

/// The address that whoever asks has instead. Always sealed where it is kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAddress {
    /// Tells it from one that was given before: the link of another mail does not confirm this one.
    pub number: i32,
    /// As typed.
    pub email: String,
    /// The signatures that are to stand under it, each with its campaign.
    pub rows: Vec<(i32, Uuid)>,
    pub lang: Lang,
    pub expires_at: Moment,
    #[serde(default)]
    pub done: Option<Moved>,
}

/// Keeps the address out of logs and panics.
impl std::fmt::Debug for NewAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewAddress(…)")
    }
}
