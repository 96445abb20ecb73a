use super::{On, ReplyError, hold, record};
use crate::actions::Desk;
use crate::storage::replies;

/// Shows a reply on the campaign's page: it must be the one that was looked at.
pub async fn show(desk: &Desk<'_>, on: On<'_>, revision: i32) -> Result<(), ReplyError> {
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    if one.shown_at.is_some() {
        return Ok(());
    }
    if one.revision != revision {
        return Err(ReplyError::Overtaken(Box::new(one)));
    }
    one.shown_at = Some(desk.now);
    one.first_shown_at = one.first_shown_at.or(one.shown_at);
    one.revision += 1;
    replies::save(&*tx, &one).await?;
    replies::moved(&*tx, on.of.0).await?;
    record(&tx, desk, on, "show_reply", one.key).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a reply off the campaign's page. Whoever read it there learns of what was corrected when it is shown again.
pub async fn hide(desk: &Desk<'_>, on: On<'_>) -> Result<(), ReplyError> {
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    if one.shown_at.take().is_none() {
        return Ok(());
    }
    one.revision += 1;
    replies::save(&*tx, &one).await?;
    replies::moved(&*tx, on.of.0).await?;
    record(&tx, desk, on, "hide_reply", one.key).await?;
    tx.commit().await?;
    Ok(())
}
