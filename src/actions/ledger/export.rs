use super::{Keeper, LedgerError, open_custody};
use crate::actions::Desk;
use crate::domain::ledger::{Batch, Custody, Entry};
use crate::storage::ledger;

/// An entry with its batch, as it is taken away.
pub struct Line {
    pub batch: Batch,
    pub entry: Entry,
    pub custody: Custody,
}

/// The whole ledger of a campaign, by batch and in the order in which it was written; that it was taken out is on record.
pub async fn export(desk: &Desk<'_>, keeper: Keeper<'_>) -> Result<Vec<Line>, LedgerError> {
    let tx = desk.db.write().await?;
    let batches = ledger::list(&*tx, keeper.campaign).await?;
    let mut lines = Vec::new();
    for (number, entry) in ledger::entries::list_all(&*tx, keeper.campaign).await? {
        let Some(batch) = batches.iter().find(|batch| batch.number == number).cloned() else { continue };
        let custody = open_custody(desk.vault, keeper.campaign, &entry)?;
        lines.push(Line { batch, entry, custody });
    }
    let detail = format!("{} entries", lines.len());
    keeper.record(&tx, desk, ("export_ledger", String::new()), detail).await?;
    tx.commit().await?;
    Ok(lines)
}
