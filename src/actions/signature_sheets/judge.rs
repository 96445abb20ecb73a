use uuid::Uuid;

use super::{At, Keeper, LedgerError, hold, settle};
use crate::actions::{ActionError, Desk, deliveries};
use crate::domain::ledger::row::{Because, Row, State};
use crate::storage::Transaction;
use crate::storage::ledger::{rows, signatories};
use crate::storage::tallies::{self, Count};

async fn decide(
    tx: &Transaction,
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    (row, to): (&Row, (State, Option<Because>)),
) -> Result<Option<Count>, LedgerError> {
    rows::decide(&**tx, row.id, to, keeper.account()).await?;
    let count = settle(tx, desk, keeper.campaign, to.0.fallen() - row.state.fallen()).await?;
    let subject = format!("batch {}, sheet {}", row.batch, row.sheet);
    let detail = format!("row {}: {} → {}", row.place, row.state.as_str(), to.0.as_str());
    keeper.record(tx, desk, ("judge_row", subject), detail).await?;
    Ok(count)
}

/// Lets a row stand or strikes it out, if it is still as whoever judges has seen it.
pub async fn judge(
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    at: At,
    (seen, stands): (State, bool),
) -> Result<Option<Count>, LedgerError> {
    let to = if stands { (State::Stands, None) } else { (State::Struck, Some(Because::Judged)) };
    let tx = desk.db.write().await?;
    tallies::find_to_change(&*tx, keeper.campaign).await?;
    let row = hold(&tx, keeper, at).await?;
    if row.state == to.0 {
        return Ok(None);
    }
    // Whom nobody knows any more cannot be let stand.
    if row.state != seen || row.because == Some(Because::Erased) {
        return Err(LedgerError::Changed);
    }
    let count = decide(&tx, desk, keeper, (&row, to)).await?;
    deliveries::retell(&tx, desk, keeper.campaign, vec![row.id]).await?;
    tx.commit().await?;
    Ok(count)
}

/// Erases who signed on a row, which no longer counts.
pub async fn erase(desk: &Desk<'_>, keeper: Keeper<'_>, id: Uuid) -> Result<Option<Count>, ActionError> {
    let tx = desk.db.write().await?;
    tallies::find_to_change(&*tx, keeper.campaign).await?;
    let Some(row) = rows::find(&*tx, keeper.campaign, id).await? else { return Ok(None) };
    signatories::forget_one(&*tx, id).await?;
    deliveries::forget(&tx, desk, keeper.campaign, vec![id]).await?;
    let to = (State::Struck, Some(Because::Erased));
    let count = decide(&tx, desk, keeper, (&row, to)).await.map_err(|error| match error {
        LedgerError::Action(error) => error,
        _ => ActionError::Gone,
    })?;
    tx.commit().await?;
    Ok(count)
}
