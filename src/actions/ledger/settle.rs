use crate::actions::Desk;
use crate::domain::ledger::Kind;
use crate::domain::tally::Side;
use crate::storage::tallies::{self, Count};
use crate::storage::{StorageError, Transaction};

/// How the paper that counts has moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Collected, without the rows that do not stand.
    pub counted: i64,
    pub delivered: i64,
}

/// Moves the count with the ledger, in the transaction that moves the ledger; the count after it, where it has moved.
pub async fn settle(
    tx: &Transaction,
    desk: &Desk<'_>,
    (campaign, kind): (i32, Kind),
    moved: Moved,
) -> Result<Option<Count>, StorageError> {
    let sides: &[(Side, i64)] = match kind {
        Kind::Signatures => &[(Side::Paper, moved.counted)],
        Kind::Postcards => &[(Side::CardsPaper, moved.counted), (Side::CardsSent, moved.delivered)],
    };
    let mut count = None;
    for (side, by) in sides.iter().filter(|(_, by)| *by != 0) {
        count = Some(tallies::add(&**tx, campaign, (*side, *by), desk.now).await?);
    }
    Ok(count)
}
