use uuid::Uuid;

use super::{UploadError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::storage::pictures;

/// Deletes a picture with its copies. Where it was shown, none is shown.
pub async fn remove(desk: &Desk<'_>, by: By<'_>, campaign: &Campaign, id: Uuid) -> Result<(), UploadError> {
    let tx = desk.db.write().await?;
    if campaign.picture.as_ref().is_some_and(|shown| shown.id == id) {
        pictures::choose(&*tx, campaign.id, None).await?;
    }
    pictures::delete(&*tx, id).await?;
    record(&tx, desk, by, ("delete_picture", format!("picture {id}")), campaign).await?;
    tx.commit().await?;
    Ok(())
}
