use super::{On, ReplyError, hold, record};
use crate::actions::Desk;
use crate::storage::replies;

/// Deletes a reply that was entered by mistake, with its document. One that everybody can read is taken off the page first.
pub async fn remove(desk: &Desk<'_>, on: On<'_>) -> Result<(), ReplyError> {
    let tx = desk.db.write().await?;
    let one = hold(&tx, on).await?;
    if one.shown_at.is_some() {
        return Err(ReplyError::Shown);
    }
    replies::delete(&*tx, on.of).await?;
    replies::moved(&*tx, on.of.0).await?;
    record(&tx, desk, on, "delete_reply", one.key).await?;
    tx.commit().await?;
    Ok(())
}
