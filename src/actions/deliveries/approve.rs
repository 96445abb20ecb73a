use uuid::Uuid;

use super::{DeliveryError, On, hold, record};
use crate::actions::Desk;
use crate::domain::delivery::Delivery;
use crate::storage::Connection;
use crate::storage::deliveries::approvals;
use crate::storage::{StorageError, campaigns, organisations};

/// Approves that a delivery leaves the house; done twice by one, it counts once.
pub async fn approve(desk: &Desk<'_>, on: On<'_>, account: Uuid) -> Result<(), DeliveryError> {
    let tx = desk.db.write().await?;
    let one = hold(&tx, on).await?;
    if !one.stage.is_frozen() {
        return Err(DeliveryError::MovedOn);
    }
    if approvals::insert(&*tx, on.of, account, desk.now).await? {
        record(&tx, desk, on, "approve_delivery", String::new()).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// How many approve before personal data of a delivery leaves, and how many have.
pub async fn approved(db: &impl Connection, one: &Delivery) -> Result<(usize, usize), StorageError> {
    let given = approvals::list(db, (one.campaign, one.number)).await?.len();
    if !one.holds_people() {
        return Ok((0, given));
    }
    let organisation = campaigns::find_organisation(db, one.campaign).await?.unwrap_or_default();
    let needed = organisations::approvals(db, organisation).await?.max(1);
    Ok((usize::try_from(needed).unwrap_or(usize::MAX), given))
}

/// Fails unless as many have approved as must.
pub(super) async fn must_be_approved(db: &impl Connection, one: &Delivery) -> Result<(), DeliveryError> {
    let (needed, given) = approved(db, one).await?;
    if given < needed { Err(DeliveryError::NotApproved) } else { Ok(()) }
}
