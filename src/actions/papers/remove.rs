use uuid::Uuid;

use super::{UploadError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::storage::{papers, pictures};

/// Deletes a document.
pub async fn remove(desk: &Desk<'_>, by: By<'_>, campaign: &Campaign, id: Uuid) -> Result<(), UploadError> {
    let tx = desk.db.write().await?;
    papers::delete(&*tx, id).await?;
    pictures::touch(&*tx, campaign.id).await?;
    record(&tx, desk, by, ("delete_document", format!("document {id}")), campaign).await?;
    tx.commit().await?;
    Ok(())
}
