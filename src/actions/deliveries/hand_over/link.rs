use uuid::Uuid;

use super::{DeliveryError, On, record};
use crate::actions::Desk;
use crate::actions::accounts::password;
use crate::actions::deliveries::approve::must_be_approved;
use crate::actions::deliveries::request::again;
use crate::actions::deliveries::{hold, must_be_kept};
use crate::domain::campaign::Campaign;
use crate::domain::delivery::handover::{DAYS, Handover, Passphrase};
use crate::domain::moment::{DAY, Moment};
use crate::domain::password::Password;
use crate::domain::token::{Claims, Purpose};
use crate::storage::deliveries::{handovers, packages};

/// A link as it is shown once, to whoever made it.
pub struct Link {
    pub token: String,
    /// Told by another way than the link.
    pub passphrase: Passphrase,
    pub expires_at: Moment,
}

/// Makes the link of a delivery, in the place of any before; it holds for so many days. Where there is no package that it could
/// lead to, one is asked for.
pub async fn make_link(
    desk: &Desk<'_>,
    campaign: &Campaign,
    on: On<'_>,
    days: u32,
    account: Option<Uuid>,
) -> Result<Link, DeliveryError> {
    let days = DAYS.into_iter().find(|known| *known == days).ok_or(DeliveryError::MovedOn)?;
    must_be_kept(desk, on).await?;
    let passphrase = Passphrase::new(desk.entropy.bytes());
    let hashed = password::hash(Password::typed(passphrase.as_str()), desk.entropy.bytes());
    let hashed = hashed.await.map_err(|_| DeliveryError::Busy)?;
    let tx = desk.db.write().await?;
    let one = hold(&tx, on).await?;
    if !one.stage.is_frozen() || !campaign.has_links() {
        return Err(DeliveryError::MovedOn);
    }
    must_be_approved(&*tx, &one).await?;
    handovers::end(&*tx, on.of, desk.now).await?;
    let new = Handover {
        id: desk.id(),
        campaign: on.of.0,
        delivery: on.of.1,
        passphrase: hashed,
        wrong: 0,
        locked_until: Moment(0),
        expires_at: desk.now + DAY * days,
        made_by: account,
        created_at: desk.now,
        opened_at: None,
        ended_at: None,
    };
    handovers::insert(&*tx, &new).await?;
    record(&tx, desk, on, "make_handover_link", format!("{days} days")).await?;
    let known = packages::list(&*tx, on.of).await?;
    if !known.iter().any(|package| package.state.is_live()) {
        again(&tx, desk, on.of).await?;
        record(&tx, desk, on, "make_package", String::new()).await?;
    }
    tx.commit().await?;
    let claims = Claims {
        purpose: Purpose::Handover,
        campaign: new.campaign,
        id: new.id,
        expires: Some(new.expires_at),
    };
    Ok(Link { token: desk.vault.token(&claims), passphrase, expires_at: new.expires_at })
}

/// The link of a delivery leads nowhere any more.
pub async fn revoke_link(desk: &Desk<'_>, on: On<'_>) -> Result<(), DeliveryError> {
    let tx = desk.db.write().await?;
    hold(&tx, on).await?;
    if handovers::end(&*tx, on.of, desk.now).await? > 0 {
        record(&tx, desk, on, "revoke_handover_link", String::new()).await?;
    }
    tx.commit().await?;
    Ok(())
}
