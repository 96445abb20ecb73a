use uuid::Uuid;

use super::{UploadError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::domain::words::Words;
use crate::storage::pictures;

/// Says something else of what a picture shows, or of who made it.
pub async fn describe(
    desk: &Desk<'_>,
    by: By<'_>,
    campaign: &Campaign,
    id: Uuid,
    (alternative, credit): (&Words, &str),
) -> Result<(), UploadError> {
    let tx = desk.db.write().await?;
    pictures::describe(&*tx, id, alternative, credit).await?;
    pictures::touch(&*tx, campaign.id).await?;
    record(&tx, desk, by, ("describe_picture", format!("picture {id}")), campaign).await?;
    tx.commit().await?;
    Ok(())
}
