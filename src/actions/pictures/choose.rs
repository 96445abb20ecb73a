use uuid::Uuid;

use super::{UploadError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::storage::pictures;

/// Shows a picture of a campaign at the head of its page, or none.
pub async fn choose(
    desk: &Desk<'_>,
    by: By<'_>,
    campaign: &Campaign,
    chosen: Option<Uuid>,
) -> Result<(), UploadError> {
    let tx = desk.db.write().await?;
    pictures::choose(&*tx, campaign.id, chosen).await?;
    let told = chosen.map_or_else(|| "none".to_owned(), |id| format!("picture {id}"));
    record(&tx, desk, by, ("choose_picture", told), campaign).await?;
    tx.commit().await?;
    Ok(())
}
