use std::collections::BTreeMap;

use uuid::Uuid;

use super::{DirectoryError, record, seen};
use crate::actions::Desk;
use crate::domain::account::Account;
use crate::domain::official::{Details, Fault, MergedOver, Part};
use crate::storage::officials;

/// Two entries that are one person: the one that stays, and the one that goes into it. Each as it was seen.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    pub stays: (Uuid, i32),
    pub goes: (Uuid, i32),
}

/// Makes one entry of two, taking some parts from the one that goes. Who refers to it finds the one that stays. Tells what
/// is wrong with the parts together, if anything is.
pub async fn merge(
    desk: &Desk<'_>,
    by: &Account,
    pair: Pair,
    taken: &[Part],
) -> Result<Result<(), Vec<Fault>>, DirectoryError> {
    if pair.stays.0 == pair.goes.0 {
        return Err(DirectoryError::Unknown);
    }
    let tx = desk.db.write().await?;
    // In the order of their ids, as everybody locks them.
    let first = pair.stays.0.min(pair.goes.0);
    let mut found = BTreeMap::new();
    let (lower, higher) =
        if first == pair.stays.0 { (pair.stays, pair.goes) } else { (pair.goes, pair.stays) };
    for (id, revision) in [lower, higher] {
        found.insert(id, seen(&tx, by, id, revision).await?);
    }
    let missing = || DirectoryError::Unknown;
    let mut stays = found.remove(&pair.stays.0).ok_or_else(missing)?;
    let mut goes = found.remove(&pair.goes.0).ok_or_else(missing)?;
    let before = stays.details.clone();
    let mut typed = before.as_typed();
    for part in taken {
        typed.insert(*part, goes.details.get(*part).to_owned());
    }
    match Details::parse(&typed) {
        Ok(details) => stays.details = details,
        Err(faults) => return Ok(Err(faults)),
    }
    stays.updated_at = desk.now;
    let revision = stays.revision + 1;
    goes.merged_over = Some(MergedOver { stays: stays.id, revision, before });
    (goes.merged_into, goes.updated_at) = (Some(stays.id), desk.now);
    officials::update(&*tx, &stays).await?;
    officials::update(&*tx, &goes).await?;
    officials::move_merged(&*tx, goes.id, stays.id).await?;
    let detail = format!("official {} into it", goes.id);
    officials::touch_campaigns(&*tx, by.organisation).await?;
    record(&tx, desk, by, "merge_officials", (format!("official {}", stays.id), detail)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
