use uuid::Uuid;

use super::{UploadError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::storage::pictures;

/// Deletes a picture with its copies. Where it was shown, none is shown.
pub async fn remove(desk: &Desk<'_>, by: By<'_>, campaign: &Campaign, id: Uuid) -> Result<(), UploadError> {
    let tx = desk.db.write().await?;
    // Asked of the database: on another node it may have been chosen a moment ago.
    pictures::unchoose(&*tx, campaign.id, id).await?;
    pictures::delete(&*tx, id).await?;
    record(&tx, desk, by, ("delete_picture", format!("picture {id}")), campaign).await?;
    tx.commit().await?;
    Ok(())
}
