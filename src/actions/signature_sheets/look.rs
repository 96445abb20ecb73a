use super::{Keeper, LedgerError, open_signatory};
use crate::actions::Desk;
use crate::domain::ledger::row::{Row, Signatory, State};
use crate::storage::ledger::{rows, sheets};

/// A row with who signed on it.
pub struct Seen {
    pub row: Row,
    pub signatory: Signatory,
}

fn open(desk: &Desk<'_>, campaign: i32, found: Vec<Row>) -> Result<Vec<Seen>, LedgerError> {
    let opened = found.into_iter().map(|row| {
        let signatory = open_signatory(desk.vault, campaign, &row)?;
        Ok(Seen { row, signatory })
    });
    opened.collect()
}

/// The rows of a sheet. That somebody looked is on record, unless they see no more than they have typed themselves.
pub async fn look(
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    (batch, sheet): (i32, i32),
) -> Result<Vec<Seen>, LedgerError> {
    let (db, of) = (desk.db.read(), (keeper.campaign, batch));
    sheets::find(db, of, sheet).await?.ok_or(LedgerError::Unknown)?;
    let found = rows::list(db, of, sheet).await?;
    if found.iter().any(|row| row.typed_by != keeper.account()) {
        let tx = desk.db.write().await?;
        let subject = format!("batch {batch}, sheet {sheet}");
        keeper.record(&tx, desk, ("look_at_sheet", subject), String::new()).await?;
        tx.commit().await?;
    }
    open(desk, keeper.campaign, found)
}

/// The rows that do not stand and about which nobody has decided, of each kind no more than `most`. That somebody looked is on
/// record.
pub async fn look_at_held(
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    (state, most): (State, u64),
) -> Result<Vec<Seen>, LedgerError> {
    let found = rows::list_in(desk.db.read(), keeper.campaign, state, most).await?;
    if !found.is_empty() {
        let tx = desk.db.write().await?;
        let detail = format!("{} rows", found.len());
        keeper.record(&tx, desk, ("look_at_held_rows", String::new()), detail).await?;
        tx.commit().await?;
    }
    open(desk, keeper.campaign, found)
}
