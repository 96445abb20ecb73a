use std::collections::BTreeMap;

use uuid::Uuid;

use super::{DirectoryError, record, seen};
use crate::actions::Desk;
use crate::domain::account::Account;
use crate::domain::official::{Details, Fault, Part};
use crate::storage::officials;

/// Says something else of an official, who must be as whoever asks has seen them.
pub async fn change(
    desk: &Desk<'_>,
    by: &Account,
    (id, revision): (Uuid, i32),
    details: Details,
) -> Result<(), DirectoryError> {
    let tx = desk.db.write().await?;
    let mut official = seen(&tx, by, id, revision).await?;
    let parts: Vec<_> = official.details.differing(&details).into_iter().map(Part::name).collect();
    if parts.is_empty() {
        return Ok(());
    }
    (official.details, official.updated_at) = (details, desk.now);
    officials::update(&*tx, &official).await?;
    officials::touch_campaigns(&*tx, by.organisation).await?;
    record(&tx, desk, by, "change_official", (format!("official {id}"), parts.join(", "))).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends the office of an official on a day; tells what is wrong with the day, if anything is.
pub async fn retire(
    desk: &Desk<'_>,
    by: &Account,
    (id, revision): (Uuid, i32),
    day: &str,
) -> Result<Result<(), Vec<Fault>>, DirectoryError> {
    let known = officials::find(desk.db.read(), id).await?.ok_or(DirectoryError::Unknown)?;
    let mut typed: BTreeMap<Part, String> = known.details.as_typed();
    typed.insert(Part::Until, day.to_owned());
    match Details::parse(&typed) {
        Ok(details) => change(desk, by, (id, revision), details).await.map(Ok),
        Err(faults) => Ok(Err(faults)),
    }
}
