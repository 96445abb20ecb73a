use super::{CampaignError, of, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::{Campaign, Status, Switch};
use crate::storage::campaigns;

/// Pauses, resumes, or takes down for good. What was taken down stays down.
pub async fn switch(
    desk: &Desk<'_>,
    campaign: &Campaign,
    to: Switch,
    by: By<'_>,
) -> Result<(), CampaignError> {
    let tx = desk.db.write().await?;
    // As it stands now: another node may have changed it since.
    let campaign = &campaigns::find_to_change(&*tx, campaign.id).await?.ok_or(CampaignError::Unfit)?;
    let status = campaign.status(desk.now);
    let fits = match to {
        Switch::Paused => matches!(status, Status::Open | Status::Upcoming),
        Switch::On => status == Status::Paused,
        Switch::Removed => !matches!(status, Status::Removed | Status::Draft),
        Switch::Draft => false,
    };
    if !fits || campaign.archived_at.is_some() && to != Switch::Removed {
        return Err(CampaignError::Unfit);
    }
    campaigns::set_switch(&*tx, campaign.id, to).await?;
    if to == Switch::Removed && campaign.publish_at.is_some() {
        campaigns::unschedule(&*tx, campaign.id, None).await?;
    }
    record(&tx, desk, by, "set_switch", of(campaign), to.as_str().to_owned()).await?;
    tx.commit().await?;
    Ok(())
}
