use uuid::Uuid;

use super::record;
use crate::actions::{ActionError, Desk};
use crate::domain::campaign::Campaign;
use crate::domain::moment::Moment;
use crate::domain::retention::FinalDelivery;
use crate::storage::retention;

/// Tells when a campaign was handed over for the last time, or takes that back: then nobody's name goes.
pub async fn tell_delivery(
    desk: &Desk<'_>,
    campaign: &Campaign,
    by: Uuid,
    at: Option<Moment>,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let known = retention::list_deliveries(&*tx).await?.get(&campaign.id).map(|delivery| delivery.at);
    if known == at {
        return Ok(());
    }
    match at {
        Some(at) => {
            retention::put_delivery(&*tx, campaign.id, FinalDelivery { at, told_at: desk.now }).await?;
        }
        None => retention::delete_delivery(&*tx, campaign.id).await?,
    }
    let told = at.map_or_else(|| "taken back".to_owned(), |at| at.to_string());
    record(&tx, desk, by, ("tell_delivery", Some(campaign.id)), (campaign.slug.clone(), told)).await?;
    tx.commit().await?;
    Ok(())
}
