use super::{BulletinError, On, record};
use crate::actions::Desk;
use crate::domain::bulletin::Wording;
use crate::storage::{bulletins, campaigns, deliveries, replies};

/// Begins an update; returns its number.
pub async fn begin(
    desk: &Desk<'_>,
    campaign: i32,
    draft: &Wording,
    by: Option<uuid::Uuid>,
) -> Result<i16, BulletinError> {
    let tx = desk.db.write().await?;
    // Of two who begin one at once, one waits here for the next number.
    campaigns::lock(&*tx, campaign).await?;
    let number = bulletins::insert(&*tx, campaign, draft, by, desk.now).await?;
    record(&tx, desk, On { campaign, number, by }, "begin_update", String::new()).await?;
    tx.commit().await?;
    Ok(number)
}

/// Writes the draft anew. Whoever had an older one before them is shown the newer, and nothing is overwritten.
pub async fn write(desk: &Desk<'_>, on: On, draft: &Wording, revision: i32) -> Result<(), BulletinError> {
    let tx = desk.db.write().await?;
    let by = (on.by.unwrap_or_default(), desk.now);
    if !bulletins::write(&*tx, (on.campaign, on.number), draft, revision, by).await? {
        let now = bulletins::find(&*tx, on.campaign, on.number).await?.ok_or(BulletinError::Unknown)?;
        return Err(BulletinError::Overtaken(Box::new(now)));
    }
    record(&tx, desk, on, "write_update", format!("revision {}", revision + 1)).await?;
    tx.commit().await?;
    Ok(())
}

/// Deletes an update that was never published. Of what it would have told, supporters can be told by another.
pub async fn discard(desk: &Desk<'_>, on: On) -> Result<(), BulletinError> {
    let tx = desk.db.write().await?;
    if !bulletins::delete_draft(&*tx, on.campaign, on.number).await? {
        return Err(BulletinError::Published);
    }
    deliveries::clear_told(&*tx, on.campaign, on.number).await?;
    replies::clear_told(&*tx, on.campaign, on.number).await?;
    record(&tx, desk, on, "discard_update", String::new()).await?;
    tx.commit().await?;
    Ok(())
}
