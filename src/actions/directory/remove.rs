use uuid::Uuid;

use super::{DirectoryError, record, seen};
use crate::actions::Desk;
use crate::domain::account::Account;
use crate::storage::officials;

/// Deletes an official whom no campaign addresses, and the entries that were merged into them.
pub async fn remove(
    desk: &Desk<'_>,
    by: &Account,
    (id, revision): (Uuid, i32),
) -> Result<(), DirectoryError> {
    let tx = desk.db.write().await?;
    let all = officials::list_all_to_change(&*tx, by.organisation).await?;
    seen(&tx, by, id, revision).await?;
    let mut addressed = officials::list_addressed(&*tx, by.organisation).await?;
    for official in all {
        if (official.id == id || official.merged_into == Some(id))
            && let Some(slugs) = addressed.remove(&official.id)
        {
            return Err(DirectoryError::InUse(slugs));
        }
    }
    officials::delete(&*tx, &[id]).await?;
    record(&tx, desk, by, "delete_official", (format!("official {id}"), String::new())).await?;
    tx.commit().await?;
    Ok(())
}
