use std::collections::HashMap;

use uuid::Uuid;

use super::apply::Trail;
use super::{DirectoryError, record};
use crate::actions::Desk;
use crate::domain::account::Account;
use crate::domain::official::Official;
use crate::storage::official_imports::{self, Stage};
use crate::storage::{Transaction, officials};

/// Takes an import back as a whole, while nobody has changed, merged or addressed what it added or changed.
pub async fn undo(desk: &Desk<'_>, by: &Account, id: Uuid) -> Result<(), DirectoryError> {
    let tx = desk.db.write().await?;
    let import = official_imports::find_to_change(&*tx, id).await?.ok_or(DirectoryError::Unknown)?;
    if import.organisation != by.organisation {
        return Err(DirectoryError::Unknown);
    }
    if import.stage != Stage::Applied {
        return Err(DirectoryError::Stale);
    }
    let trail: Trail = import.content()?;
    take_back(&tx, desk, by, trail).await?;
    let detail = format!("{} deleted, {} as before", import.added, import.changed);
    official_imports::update(&*tx, &import.goes_on(Stage::Undone, &Trail::default())).await?;
    officials::touch_campaigns(&*tx, by.organisation).await?;
    record(&tx, desk, by, "undo_import", (format!("import {id}"), detail)).await?;
    tx.commit().await?;
    Ok(())
}

async fn take_back(
    tx: &Transaction,
    desk: &Desk<'_>,
    by: &Account,
    trail: Trail,
) -> Result<(), DirectoryError> {
    let all = officials::list_all_to_change(&**tx, by.organisation).await?;
    let known: HashMap<_, _> = all.iter().map(|official| (official.id, official)).collect();
    let addressed = officials::list_addressed(&**tx, by.organisation).await?;
    let standing = |id: &Uuid, revision: i32| {
        let found = known.get(id).copied();
        found.filter(|found| found.revision == revision && found.merged_into.is_none())
    };
    let is_merged_into = |id: &Uuid| all.iter().any(|official| official.merged_into.as_ref() == Some(id));
    let untouched =
        |id: &Uuid| standing(id, 1).is_some() && !addressed.contains_key(id) && !is_merged_into(id);
    if !trail.added.iter().all(untouched) {
        return Err(DirectoryError::BuiltUpon);
    }
    for (id, revision, before) in trail.changed {
        let now = standing(&id, revision).ok_or(DirectoryError::BuiltUpon)?;
        let back = Official { details: before, updated_at: desk.now, ..now.clone() };
        officials::update(&**tx, &back).await?;
    }
    officials::delete(&**tx, &trail.added).await?;
    Ok(())
}
