use super::{AccountError, By, record};
use crate::actions::Desk;
use crate::domain::campaign::Campaign;
use crate::storage::{campaigns, organisations};

/// Founds an organisation.
pub async fn found(desk: &Desk<'_>, slug: &str, name: &str, by: By<'_>) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    if organisations::find_by_slug(&*tx, slug).await?.is_some() {
        return Err(AccountError::Founded);
    }
    organisations::insert(&*tx, slug, name, desk.now).await?;
    record(&tx, desk, by, "found_organisation", (slug.to_owned(), "")).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives a campaign to an organisation; its former one no longer sees it.
pub async fn give_campaign(
    desk: &Desk<'_>,
    campaign: &Campaign,
    slug: &str,
    by: By<'_>,
) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    let to = organisations::find_by_slug(&*tx, slug).await?.ok_or(AccountError::NoOrganisation)?;
    campaigns::give(&*tx, campaign.id, to.id).await?;
    record(&tx, desk, by, "give_campaign", (campaign.slug.clone(), slug)).await?;
    tx.commit().await?;
    Ok(())
}
