use uuid::Uuid;

use super::DirectoryError;
use crate::actions::Desk;
use crate::domain::account::Account;
use crate::domain::moment::HOUR;
use crate::domain::official::plan::{Plan, plan};
use crate::domain::official::roster::Roster;
use crate::storage::official_imports::{self, Import, Stage};
use crate::storage::{StorageError, officials};

/// Keeps a list for an hour to be looked at. The directory stays as it is.
pub async fn upload(desk: &Desk<'_>, by: &Account, roster: &Roster) -> Result<Uuid, StorageError> {
    let id = desk.id();
    let import = Import::new(id, (by.organisation, by.id), roster, desk.now);
    let tx = desk.db.write().await?;
    official_imports::purge_left(&*tx, desk.now - HOUR).await?;
    official_imports::insert(&*tx, &import).await?;
    tx.commit().await?;
    Ok(id)
}

/// Whether a list that was uploaded may still be imported.
pub fn is_fresh(desk: &Desk<'_>, import: &Import) -> bool {
    import.stage == Stage::Uploaded && desk.now < import.created_at + HOUR
}

/// What importing it would do to the directory as it is now.
pub async fn preview(desk: &Desk<'_>, import: &Import) -> Result<(Roster, Plan), DirectoryError> {
    let roster: Roster = import.content()?;
    let directory = officials::list_all(desk.db.read(), import.organisation).await?;
    let plan = plan(&roster, &directory);
    Ok((roster, plan))
}
