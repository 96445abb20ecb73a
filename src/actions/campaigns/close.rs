use super::{CampaignError, of, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::domain::moment::Moment;
use crate::storage::campaigns;

/// Sets until when people sign: now, another time, or for as long as it takes. One that was over is open again then.
pub async fn close(
    desk: &Desk<'_>,
    campaign: &Campaign,
    at: Option<Moment>,
    by: By<'_>,
) -> Result<(), CampaignError> {
    let tx = desk.db.write().await?;
    // As it stands now: another node may have changed it since.
    let campaign = &campaigns::find_to_change(&*tx, campaign.id).await?.ok_or(CampaignError::Unfit)?;
    if campaign.is_retired() {
        return Err(CampaignError::Unfit);
    }
    campaigns::set_closing(&*tx, campaign.id, at).await?;
    let told = at.map_or_else(|| "open end".to_owned(), |at| at.to_string());
    record(&tx, desk, by, "set_closing", of(campaign), told).await?;
    tx.commit().await?;
    Ok(())
}
