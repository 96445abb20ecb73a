use std::collections::{BTreeMap, BTreeSet};

use super::compare::known;
use super::{Keeper, LedgerError, indexes, seat, settle};
use crate::actions::Desk;
use crate::domain::ledger::row::{MOST_ROWS, Row};
use crate::domain::ledger::table::Line;
use crate::domain::ledger::{Kind, Sum};
use crate::storage::ledger::rows::{Among, Indexes};
use crate::storage::ledger::sheets::Opened;
use crate::storage::ledger::{entries, rows, sheets};
use crate::storage::tallies::{self, Count};

/// Compares and seals what was read, before the count is locked: that takes the longest.
async fn prepare(
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    batch: i32,
    lines: &[Line],
) -> Result<Vec<(Row, Indexes)>, LedgerError> {
    let (mut places, mut seen) = (BTreeMap::new(), BTreeSet::new());
    let mut prepared = Vec::with_capacity(lines.len());
    for line in lines {
        let mut known = known(desk.db.read(), desk, keeper.campaign, (&line.row, Among::All)).await?;
        let indexes = indexes(desk, &line.row.signatory);
        let person = indexes.person.map(|person| person.to_vec());
        known.paper |= person.as_ref().is_some_and(|person| seen.contains(person));
        let (state, because) = line.row.judge(known);
        seen.extend(person);
        let place = places.entry(line.sheet).or_insert(0);
        *place += 1;
        let id = desk.id();
        let row = Row {
            id,
            batch,
            sheet: line.sheet,
            place: *place,
            state,
            because,
            sealed: desk.vault.seal(seat(keeper.campaign, id), &line.row.signatory),
            typed_by: keeper.account(),
            typed_at: desk.now,
            decided_by: None,
        };
        prepared.push((row, indexes));
    }
    if let Some((sheet, _)) = places.iter().find(|(_, rows)| **rows > MOST_ROWS) {
        return Err(LedgerError::Taken(vec![*sheet]));
    }
    Ok(prepared)
}

/// Takes a whole table of rows, or nothing of it: where a sheet is there already, or more rows than were counted. Returns how
/// many rows do not stand.
pub async fn import(
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    batch: i32,
    lines: &[Line],
) -> Result<(i64, Option<Count>), LedgerError> {
    let prepared = prepare(desk, keeper, batch, lines).await?;
    let of = (keeper.campaign, batch);
    let tx = desk.db.write().await?;
    tallies::find_to_change(&*tx, keeper.campaign).await?;
    if keeper.hold(&tx, batch).await?.kind != Kind::Signatures {
        return Err(LedgerError::Unknown);
    }
    let numbers: BTreeSet<i32> = lines.iter().map(|line| line.sheet).collect();
    let there = sheets::list(&*tx, of).await?;
    let taken: Vec<i32> = numbers.iter().copied().filter(|number| there.contains_key(number)).collect();
    if !taken.is_empty() {
        return Err(LedgerError::Taken(taken));
    }
    let counted = Sum::of(entries::list(&*tx, of).await?.iter().map(|entry| (entry.step, entry.many)));
    let new = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    if rows::count(&*tx, of).await?.saturating_add(new) > counted.collected {
        return Err(LedgerError::Uncounted(counted.collected));
    }
    for number in &numbers {
        sheets::insert(&*tx, of, Opened { number: *number, by: keeper.account(), at: desk.now }).await?;
    }
    let fallen = prepared.iter().map(|(row, _)| row.state.fallen()).sum();
    rows::insert(&*tx, keeper.campaign, prepared).await?;
    let count = settle(&tx, desk, keeper.campaign, fallen).await?;
    let detail = format!("{} sheets, {new} rows, {fallen} do not stand", numbers.len());
    keeper.record(&tx, desk, ("import_rows", format!("batch {batch}")), detail).await?;
    tx.commit().await?;
    Ok((fallen, count))
}
