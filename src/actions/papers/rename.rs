use uuid::Uuid;

use super::{UploadError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::domain::words::Words;
use crate::storage::{papers, pictures};

/// Calls a document something else.
pub async fn rename(
    desk: &Desk<'_>,
    by: By<'_>,
    campaign: &Campaign,
    id: Uuid,
    title: &Words,
) -> Result<(), UploadError> {
    let tx = desk.db.write().await?;
    papers::set_title(&*tx, id, title).await?;
    pictures::touch(&*tx, campaign.id).await?;
    record(&tx, desk, by, ("rename_document", format!("document {id}")), campaign).await?;
    tx.commit().await?;
    Ok(())
}
