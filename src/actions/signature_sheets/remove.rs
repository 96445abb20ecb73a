use super::{At, Keeper, LedgerError, hold, settle};
use crate::actions::{Desk, deliveries};
use crate::storage::ledger::rows;
use crate::storage::tallies::{self, Count};

/// Takes away a row that stands on no paper: typed twice, or on the wrong sheet. What two people counted stays.
pub async fn remove(desk: &Desk<'_>, keeper: Keeper<'_>, at: At) -> Result<Option<Count>, LedgerError> {
    let tx = desk.db.write().await?;
    tallies::find_to_change(&*tx, keeper.campaign).await?;
    let row = hold(&tx, keeper, at).await?;
    rows::delete(&*tx, row.id).await?;
    deliveries::forget(&tx, desk, keeper.campaign, vec![row.id]).await?;
    let count = settle(&tx, desk, keeper.campaign, -row.state.fallen()).await?;
    let detail = format!("row {}: {}", at.place, row.state.as_str());
    keeper.record(&tx, desk, ("remove_row", at.subject()), detail).await?;
    tx.commit().await?;
    Ok(count)
}
