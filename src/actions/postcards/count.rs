//! The count of a campaign's postcards, moved in the transaction that moves a card.

use crate::actions::Desk;
use crate::domain::tally::Side;
use crate::storage::tallies::{self, Count};
use crate::storage::{StorageError, Transaction};

/// Locks the count of a campaign: before anything else, as everywhere.
pub(super) async fn lock(tx: &Transaction, campaign: i32) -> Result<Count, StorageError> {
    tallies::find_to_change(&**tx, campaign).await
}

/// Moves the count by so many; what it is then, where that is another one.
pub(super) async fn moved(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    by: i64,
) -> Result<Option<Count>, StorageError> {
    if by == 0 {
        return Ok(None);
    }
    tallies::add(&**tx, campaign, (Side::CardsOnline, by), desk.now).await.map(Some)
}
