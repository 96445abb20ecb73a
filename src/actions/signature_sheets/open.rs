use super::{Keeper, LedgerError};
use crate::actions::Desk;
use crate::domain::ledger::Kind;
use crate::storage::ledger::sheets::{self, Opened};
use crate::storage::tallies;

/// Opens a sheet by the number that stands on the paper. One that somebody has opened before is not opened twice.
pub async fn open(
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    (batch, number): (i32, i32),
) -> Result<(), LedgerError> {
    let tx = desk.db.write().await?;
    tallies::find_to_change(&*tx, keeper.campaign).await?;
    if keeper.hold(&tx, batch).await?.kind != Kind::Signatures {
        return Err(LedgerError::Unknown);
    }
    let of = (keeper.campaign, batch);
    if sheets::find(&*tx, of, number).await?.is_some() {
        return Err(LedgerError::Taken(vec![number]));
    }
    sheets::insert(&*tx, of, Opened { number, by: keeper.account(), at: desk.now }).await?;
    keeper.record(&tx, desk, ("open_sheet", format!("batch {batch}, sheet {number}")), String::new()).await?;
    tx.commit().await?;
    Ok(())
}
