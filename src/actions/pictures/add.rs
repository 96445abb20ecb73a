use uuid::Uuid;

use super::develop::Developed;
use super::{UploadError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::domain::picture::{MOST, Picture};
use crate::domain::words::Words;
use crate::storage::{campaigns, pictures};

/// Stores a picture for a campaign. It is not shown before it is chosen.
pub async fn add(
    desk: &Desk<'_>,
    by: By<'_>,
    campaign: &Campaign,
    (alternative, credit): (Words, String),
    developed: Vec<Developed>,
) -> Result<Uuid, UploadError> {
    let (copies, bytes) = developed.into_iter().map(|one| (one.copy, one.bytes)).unzip();
    let id = desk.id();
    let picture = Picture { id, campaign: campaign.id, alternative, credit, copies, created_at: desk.now };
    let tx = desk.db.write().await?;
    // Of two who add one at once, one waits here.
    campaigns::lock(&*tx, campaign.id).await?;
    let known = pictures::list(&*tx, campaign.id).await?;
    // Pressed twice, it is there once.
    let is_same = |known: &&Picture| {
        (&known.copies, &known.alternative, &known.credit)
            == (&picture.copies, &picture.alternative, &picture.credit)
    };
    if let Some(same) = known.iter().find(is_same) {
        return Ok(same.id);
    }
    if known.len() >= MOST {
        return Err(UploadError::Full);
    }
    pictures::insert(&*tx, &picture, bytes).await?;
    record(&tx, desk, by, ("add_picture", format!("picture {id}")), campaign).await?;
    tx.commit().await?;
    Ok(id)
}
