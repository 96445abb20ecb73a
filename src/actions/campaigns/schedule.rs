use super::publish::{is_told, publish_if};
use super::{CampaignError, of, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::domain::draft::Reading;
use crate::domain::moment::Moment;
use crate::domain::words::Words;
use crate::storage::campaigns::{self, Due};
use crate::storage::{drafts, texts};

/// Has what is written then published at a time.
pub async fn schedule(
    desk: &Desk<'_>,
    campaign: &Campaign,
    at: Moment,
    note: &Words,
    by: By<'_>,
) -> Result<(), CampaignError> {
    let tx = desk.db.write().await?;
    // As it stands now: another node may have changed it since.
    let campaign = &campaigns::find_to_change(&*tx, campaign.id).await?.ok_or(CampaignError::Unfit)?;
    if at <= desk.now || campaign.is_retired() {
        return Err(CampaignError::Unfit);
    }
    let read = drafts::read(&*tx, campaign).await?.draft.read();
    if !read.is_sound() {
        return Err(CampaignError::Incomplete);
    }
    let is_new =
        read.text != campaign.text && texts::is_fixed(&*tx, campaign.id, campaign.text_version).await?;
    if is_new && !is_told(&read, note) {
        return Err(CampaignError::Untold);
    }
    campaigns::schedule(&*tx, campaign.id, at, by.account(), note).await?;
    record(&tx, desk, by, "schedule", of(campaign), at.to_string()).await?;
    tx.commit().await?;
    Ok(())
}

/// Has nothing published by itself.
pub async fn unschedule(desk: &Desk<'_>, campaign: &Campaign, by: By<'_>) -> Result<(), CampaignError> {
    let tx = desk.db.write().await?;
    campaigns::unschedule(&*tx, campaign.id, None).await?;
    record(&tx, desk, by, "unschedule", of(campaign), String::new()).await?;
    tx.commit().await?;
    Ok(())
}

/// Publishes whatever is due; returns how many were. What is not whole by then stays as it is, and that is kept for its
/// organisers to see.
pub async fn publish_due(desk: &Desk<'_>) -> Result<usize, CampaignError> {
    let mut published = 0;
    for due in campaigns::list_due(desk.db.read(), desk.now).await? {
        let by = due.by.map_or(By::Program("schedule"), By::Account);
        // Who signed meanwhile made it a new version: it is published without a word on what it changes rather than not at all.
        let is_due = |campaign: &Campaign| campaign.publish_at == Some(due.at);
        let check = |campaign: &Campaign, _: &Reading, _| {
            if is_due(campaign) { Ok(()) } else { Err(CampaignError::Changed) }
        };
        match publish_if(desk, due.campaign, &due.note, by, check).await {
            Ok(_) => published += 1,
            Err(CampaignError::Storage(error)) => return Err(error.into()),
            // Another node was first, or somebody is at it: looked at again in a second.
            Err(CampaignError::Changed) => {}
            Err(_) => miss(desk, &due, by).await?,
        }
    }
    Ok(published)
}

async fn miss(desk: &Desk<'_>, due: &Due, by: By<'_>) -> Result<(), CampaignError> {
    let tx = desk.db.write().await?;
    let Some(campaign) = campaigns::find(&*tx, due.campaign).await? else { return Ok(()) };
    if campaign.publish_at != Some(due.at) {
        return Ok(());
    }
    campaigns::unschedule(&*tx, campaign.id, Some(due.at)).await?;
    record(&tx, desk, by, "publish_missed", of(&campaign), due.at.to_string()).await?;
    tx.commit().await?;
    Ok(())
}
