use super::{On, ReplyError, hold, record, save};
use crate::actions::Desk;
use crate::domain::reply::Written;

/// Writes a reply anew. Whoever had an older one before them is shown the newer, and nothing is overwritten. What is shown says
/// from then on that it was corrected.
pub async fn change(desk: &Desk<'_>, on: On<'_>, written: Written, revision: i32) -> Result<(), ReplyError> {
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    if one.written == written {
        return Ok(());
    }
    if one.revision != revision {
        return Err(ReplyError::Overtaken(Box::new(one)));
    }
    one.written = written;
    save(&tx, desk, one).await?;
    record(&tx, desk, on, "change_reply", format!("revision {}", revision + 1)).await?;
    tx.commit().await?;
    Ok(())
}
