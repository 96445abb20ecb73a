use super::{CampaignError, of, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::{Campaign, Status};
use crate::storage::campaigns;

/// Puts away what is over or was never published: out of the lists, its page stays with its count.
pub async fn archive(desk: &Desk<'_>, campaign: &Campaign, by: By<'_>) -> Result<(), CampaignError> {
    let tx = desk.db.write().await?;
    // As it stands now: another node may have changed it since.
    let campaign = &campaigns::find_to_change(&*tx, campaign.id).await?.ok_or(CampaignError::Unfit)?;
    if !matches!(campaign.status(desk.now), Status::Closed | Status::Draft | Status::Removed) {
        return Err(CampaignError::Unfit);
    }
    campaigns::set_archived(&*tx, campaign.id, Some(desk.now)).await?;
    if campaign.publish_at.is_some() {
        campaigns::unschedule(&*tx, campaign.id, None).await?;
    }
    record(&tx, desk, by, "archive", of(campaign), String::new()).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes it out again, as it was.
pub async fn unarchive(desk: &Desk<'_>, campaign: &Campaign, by: By<'_>) -> Result<(), CampaignError> {
    let tx = desk.db.write().await?;
    campaigns::set_archived(&*tx, campaign.id, None).await?;
    record(&tx, desk, by, "unarchive", of(campaign), String::new()).await?;
    tx.commit().await?;
    Ok(())
}
