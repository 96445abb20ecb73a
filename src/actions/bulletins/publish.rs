use super::{BulletinError, On, record};
use crate::actions::Desk;
use crate::storage::bulletins;

/// Publishes the draft: as the first version, or as a correction of the one before. It must be the draft that was looked at.
pub async fn publish(desk: &Desk<'_>, on: On, revision: i32) -> Result<(), BulletinError> {
    let tx = desk.db.write().await?;
    let found = bulletins::find_to_change(&*tx, on.campaign, on.number).await?;
    let bulletin = found.ok_or(BulletinError::Unknown)?;
    if bulletin.revision != revision {
        return Err(BulletinError::Overtaken(Box::new(bulletin)));
    }
    if !bulletin.draft.is_whole() {
        return Err(BulletinError::NotWhole);
    }
    let newest = bulletins::find_published(&*tx, on.campaign, on.number).await?;
    if newest.is_some_and(|newest| newest.wording == bulletin.draft) {
        return Err(BulletinError::Unchanged);
    }
    bulletins::publish(&*tx, &bulletin, desk.now).await?;
    record(&tx, desk, on, "publish_update", format!("version {}", bulletin.version + 1)).await?;
    tx.commit().await?;
    Ok(())
}
