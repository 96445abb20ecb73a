use uuid::Uuid;

use crate::domain::words::Words;

/// The most officials a campaign offers by name; my member comes beside them.
pub const MOST_OFFICIALS: usize = 30;

/// Whether and to whom a campaign's supporters may write cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// Rises with every change.
    pub revision: i32,
    pub offered: bool,
    /// Of the directory, in the order in which they are offered.
    pub officials: Vec<Uuid>,
    /// Whether the member for the writer's own postal code is offered too.
    pub by_riding: bool,
    /// While members run for election nothing goes free of postage.
    pub elections: bool,
    /// What the message begins with, to be changed by whoever writes.
    pub suggestion: Words,
}

impl Offer {
    pub const MOST_OFFICIALS: usize = MOST_OFFICIALS;
}
