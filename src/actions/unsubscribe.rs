use uuid::Uuid;

use super::Desk;
use crate::domain::consent::Ended;
use crate::storage::{StorageError, consents, postcards, sign_ons, signatures};

/// Of what somebody wants no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Campaign,
    Everything,
}

/// No more updates to the address of a signature or a sign-on, whoever else has signed with it. As often as it is asked; of one
/// that is gone there is nothing left to take back.
pub async fn unsubscribe(desk: &Desk<'_>, campaign: i32, id: Uuid, reach: Reach) -> Result<(), StorageError> {
    let only = (reach == Reach::Campaign).then_some(campaign);
    let tx = desk.db.write().await?;
    let address = match signatures::find_to_change(&*tx, campaign, id).await? {
        Some(signature) => signature.email_index,
        None => match sign_ons::find(&*tx, campaign, id).await? {
            Some(one) => one.email(),
            None => postcards::find(&*tx, campaign, id).await?.and_then(|one| one.email()),
        },
    };
    if let Some(address) = address {
        consents::end_at(&*tx, address, only, Ended::Unsubscribe, desk.now).await?;
        sign_ons::end_updates(&*tx, address, only).await?;
        postcards::end_updates(&*tx, address, only).await?;
    }
    tx.commit().await
}
