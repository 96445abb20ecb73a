use super::compare::known;
use super::{At, Keeper, LedgerError, hold, indexes, open_signatory, seat, settle};
use crate::actions::{Desk, deliveries};
use crate::domain::ledger::row::{NewRow, State};
use crate::storage::ledger::rows::{self, Among};
use crate::storage::ledger::signatories;
use crate::storage::tallies::{self, Count};

/// Types a row anew that was typed wrong. The rules judge it again, whatever was decided about what stood there.
pub async fn mend(
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    at: At,
    row: &NewRow,
) -> Result<(State, Option<Count>), LedgerError> {
    let tx = desk.db.write().await?;
    tallies::find_to_change(&*tx, keeper.campaign).await?;
    let before = hold(&tx, keeper, at).await?;
    if open_signatory(desk.vault, keeper.campaign, &before)? == row.signatory {
        return Ok((before.state, None));
    }
    let judged = row.judge(known(&*tx, desk, keeper.campaign, (row, Among::Others(before.id))).await?);
    let sealed = desk.vault.seal(seat(keeper.campaign, before.id), &row.signatory);
    signatories::reseal(&*tx, before.id, sealed, indexes(desk, &row.signatory)).await?;
    rows::decide(&*tx, before.id, judged, None).await?;
    // Packages say what stood there before.
    deliveries::retell(&tx, desk, keeper.campaign, vec![before.id]).await?;
    let count = settle(&tx, desk, keeper.campaign, judged.0.fallen() - before.state.fallen()).await?;
    let detail = format!("row {}: {} → {}", at.place, before.state.as_str(), judged.0.as_str());
    keeper.record(&tx, desk, ("mend_row", at.subject()), detail).await?;
    tx.commit().await?;
    Ok((judged.0, count))
}
