use super::compare::known;
use super::{At, Keeper, LedgerError, indexes, open_signatory, seat, settle};
use crate::actions::Desk;
use crate::domain::ledger::row::{MOST_ROWS, NewRow, Row, State};
use crate::domain::ledger::{Sum, row::Because};
use crate::storage::ledger::rows::{self, Among};
use crate::storage::ledger::{entries, sheets};
use crate::storage::tallies::{self, Count};

/// Writes a row that was typed, and says whether it counts. The same row sent again is the same row.
pub async fn write(
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    at: At,
    row: &NewRow,
) -> Result<((State, Option<Because>), Option<Count>), LedgerError> {
    let of = (keeper.campaign, at.batch);
    let tx = desk.db.write().await?;
    tallies::find_to_change(&*tx, keeper.campaign).await?;
    keeper.hold(&tx, at.batch).await?;
    if !(1..=MOST_ROWS).contains(&at.place) || sheets::find(&*tx, of, at.sheet).await?.is_none() {
        return Err(LedgerError::Unknown);
    }
    if let Some(there) = rows::find_to_change(&*tx, of, (at.sheet, at.place)).await? {
        let is_same = open_signatory(desk.vault, keeper.campaign, &there)? == row.signatory;
        return if is_same { Ok(((there.state, there.because), None)) } else { Err(LedgerError::Occupied) };
    }
    let counted = Sum::of(entries::list(&*tx, of).await?.iter().map(|entry| (entry.step, entry.many)));
    if rows::count(&*tx, of).await? >= counted.collected {
        return Err(LedgerError::Uncounted(counted.collected));
    }
    let judged = row.judge(known(&*tx, desk, keeper.campaign, (row, Among::All)).await?);
    let id = desk.id();
    let stored = Row {
        id,
        batch: at.batch,
        sheet: at.sheet,
        place: at.place,
        state: judged.0,
        because: judged.1,
        sealed: desk.vault.seal(seat(keeper.campaign, id), &row.signatory),
        typed_by: keeper.account(),
        typed_at: desk.now,
        decided_by: None,
    };
    rows::insert(&*tx, keeper.campaign, vec![(stored, indexes(desk, &row.signatory))]).await?;
    let count = settle(&tx, desk, keeper.campaign, judged.0.fallen()).await?;
    let detail = format!("row {}: {}", at.place, judged.0.as_str());
    keeper.record(&tx, desk, ("type_row", at.subject()), detail).await?;
    tx.commit().await?;
    Ok((judged, count))
}
