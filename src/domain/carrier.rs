//! The keys of those who carry packages out of the house: what is fetched can be encrypted to them.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::moment::Moment;
use super::name::parse_line;
use super::refusal::Reason;

/// So many keys one account may keep: two computers, a spare, and some that are being replaced.
pub const MOST: usize = 10;

/// The longest name of a key, in characters.
const LONGEST_LABEL: usize = 60;

/// A key as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// What whoever keeps it calls it.
    pub label: String,
    /// As age takes it: `age1…`, or a public key of SSH without its comment.
    pub recipient: String,
}

/// The key of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarrierKey {
    pub id: Uuid,
    pub account: Uuid,
    pub key: Key,
    pub added_at: Moment,
}

/// Checks what a key is called.
pub fn parse_label(typed: &str) -> Result<String, Reason> {
    let label = parse_line(typed, LONGEST_LABEL)?;
    if label.is_empty() { Err(Reason::Missing) } else { Ok(label) }
}
