use uuid::Uuid;

use super::{UploadError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::storage::{campaigns, pictures};

/// Shows a picture of a campaign at the head of its page, or none.
pub async fn choose(
    desk: &Desk<'_>,
    by: By<'_>,
    campaign: &Campaign,
    chosen: Option<Uuid>,
) -> Result<(), UploadError> {
    let tx = desk.db.write().await?;
    campaigns::lock(&*tx, campaign.id).await?;
    // Deleted meanwhile, it is none.
    let chosen = match chosen {
        Some(id) => pictures::find(&*tx, id).await?.map(|picture| picture.id),
        None => None,
    };
    pictures::choose(&*tx, campaign.id, chosen).await?;
    let told = chosen.map_or_else(|| "none".to_owned(), |id| format!("picture {id}"));
    record(&tx, desk, by, ("choose_picture", told), campaign).await?;
    tx.commit().await?;
    Ok(())
}
