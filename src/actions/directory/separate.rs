use uuid::Uuid;

use super::{DirectoryError, record};
use crate::actions::Desk;
use crate::domain::account::Account;
use crate::storage::officials;

/// Takes a merging back: the entry that went stands for itself again, as it was. The one that stayed is as before where
/// nobody has changed it since, and else as it is.
pub async fn separate(desk: &Desk<'_>, by: &Account, id: Uuid) -> Result<(), DirectoryError> {
    let tx = desk.db.write().await?;
    // All of them in the order of their ids, as everybody locks them.
    let all = officials::list_all_to_change(&*tx, by.organisation).await?;
    let find = |id: Uuid| all.iter().find(|official| official.id == id).cloned();
    let mut gone = find(id).ok_or(DirectoryError::Unknown)?;
    let into = gone.merged_into.take().ok_or(DirectoryError::Stale)?;
    let mut stays = find(into).ok_or(DirectoryError::Unknown)?;
    let over = gone.merged_over.take().filter(|over| over.stays == into && over.revision == stays.revision);
    let restored = over.is_some();
    if let Some(over) = over {
        (stays.details, stays.updated_at) = (over.before, desk.now);
        officials::update(&*tx, &stays).await?;
    }
    gone.updated_at = desk.now;
    officials::update(&*tx, &gone).await?;
    let detail = format!("official {into}, {}", if restored { "as before" } else { "as it is" });
    officials::touch_campaigns(&*tx, by.organisation).await?;
    record(&tx, desk, by, "separate_officials", (format!("official {id}"), detail)).await?;
    tx.commit().await?;
    Ok(())
}
