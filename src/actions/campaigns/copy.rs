use super::make::insert;
use super::{CampaignError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::storage::drafts;

/// Begins another campaign with what is written for this one: no signatures, and nobody knows of it.
pub async fn copy(desk: &Desk<'_>, campaign: &Campaign, slug: &str, by: By<'_>) -> Result<(), CampaignError> {
    let tx = desk.db.write().await?;
    let mut read = drafts::read(&*tx, campaign).await?.draft.read();
    // What others said of the first is not said of the second.
    read.content.reported.clear();
    let id = insert(desk, &tx, (slug, campaign.organisation), (&read.content, &read.text)).await?;
    record(&tx, desk, by, "copy_campaign", (id, slug), campaign.slug.clone()).await?;
    tx.commit().await?;
    Ok(())
}
