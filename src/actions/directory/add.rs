use uuid::Uuid;

use super::{DirectoryError, official, record};
use crate::actions::{AGAIN, Desk};
use crate::domain::account::Account;
use crate::domain::official::{Details, Official};
use crate::storage::{officials, organisations};

/// Adds an official to the directory of whoever asks.
pub async fn add(desk: &Desk<'_>, by: &Account, details: Details) -> Result<Uuid, DirectoryError> {
    let new = official(desk, by, details);
    let id = new.id;
    let tx = desk.db.write().await?;
    // Pressed twice, they are there once.
    organisations::lock(&*tx, by.organisation).await?;
    let known = officials::list_all(&*tx, by.organisation).await?;
    let is_same = |known: &&Official| {
        known.details == new.details && known.merged_into.is_none() && desk.now < known.updated_at + AGAIN
    };
    if let Some(same) = known.iter().find(is_same) {
        return Ok(same.id);
    }
    officials::insert(&*tx, &[new]).await?;
    record(&tx, desk, by, "add_official", (format!("official {id}"), String::new())).await?;
    tx.commit().await?;
    Ok(id)
}
