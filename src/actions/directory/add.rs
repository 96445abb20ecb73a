use uuid::Uuid;

use super::{DirectoryError, official, record};
use crate::actions::Desk;
use crate::domain::account::Account;
use crate::domain::official::Details;
use crate::storage::officials;

/// Adds an official to the directory of whoever asks.
pub async fn add(desk: &Desk<'_>, by: &Account, details: Details) -> Result<Uuid, DirectoryError> {
    let new = official(desk, by, details);
    let id = new.id;
    let tx = desk.db.write().await?;
    officials::insert(&*tx, &[new]).await?;
    record(&tx, desk, by, "add_official", (format!("official {id}"), String::new())).await?;
    tx.commit().await?;
    Ok(id)
}
