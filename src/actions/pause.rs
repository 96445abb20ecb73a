use super::{ActionError, Desk};
use crate::domain::campaign::{Campaign, Switch};
use crate::storage::audits::Entry;
use crate::storage::campaigns;

/// Opens, pauses or removes a campaign.
pub async fn set_switch(
    desk: &Desk<'_>,
    campaign: &Campaign,
    switch: Switch,
    actor: &str,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    campaigns::set_switch(&*tx, campaign.id, switch).await?;
    let entry = Entry {
        actor,
        act: "set_switch",
        campaign: Some(campaign.id),
        subject: campaign.slug.clone(),
        detail: switch.as_str().to_owned(),
    };
    desk.record(&tx, entry).await?;
    tx.commit().await?;
    Ok(())
}
