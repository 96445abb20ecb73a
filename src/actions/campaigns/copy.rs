use super::make::insert;
use super::{CampaignError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::actions::set_letter::put;
use crate::domain::campaign::Campaign;
use crate::storage::{drafts, letters};

/// Begins another campaign with what is written for this one, its open letter included: no signatures, and nobody knows of
/// it.
pub async fn copy(desk: &Desk<'_>, campaign: &Campaign, slug: &str, by: By<'_>) -> Result<(), CampaignError> {
    let tx = desk.db.write().await?;
    let mut read = drafts::read(&*tx, campaign).await?.draft.read();
    // What others said of the first is not said of the second.
    read.content.reported.clear();
    let id = insert(desk, &tx, (slug, campaign.organisation), (&read.content, &read.text)).await?;
    // The letter goes along as it is set; who stands under the first does not stand under the second.
    if let Some(letter) = letters::find(&*tx, campaign.id).await? {
        put(&tx, desk, id, &letter.terms).await?;
    }
    record(&tx, desk, by, "copy_campaign", (id, slug), campaign.slug.clone()).await?;
    tx.commit().await?;
    Ok(())
}
