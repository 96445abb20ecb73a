use super::{Keeper, LedgerError};
use crate::actions::Desk;
use crate::domain::ledger::{Batch, Kind};
use crate::storage::{campaigns, ledger};

/// Opens a batch and returns its number. `after` is the last number that whoever opens it has seen: pressed twice, it is
/// there once.
pub async fn open(
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    (kind, label): (Kind, &str),
    after: i32,
) -> Result<i32, LedgerError> {
    let tx = desk.db.write().await?;
    // Of two who open one at once, one waits here.
    campaigns::lock(&*tx, keeper.campaign).await?;
    let last = ledger::find_last(&*tx, keeper.campaign).await?;
    if let Some(last) = last.as_ref().filter(|last| last.number > after) {
        let is_same = (last.kind, &*last.label, last.opened_by) == (kind, label, keeper.account());
        return if is_same { Ok(last.number) } else { Err(LedgerError::Changed) };
    }
    let number = last.map_or(0, |last| last.number) + 1;
    let batch = Batch {
        campaign: keeper.campaign,
        number,
        kind,
        label: label.to_owned(),
        opened_by: keeper.account(),
        opened_at: desk.now,
    };
    ledger::insert(&*tx, &batch).await?;
    keeper.record(&tx, desk, ("open_batch", format!("batch {number}")), kind.as_str().to_owned()).await?;
    tx.commit().await?;
    Ok(number)
}
