use super::{BulletinError, On, record};
use crate::actions::Desk;
use crate::domain::account::Organisation;
use crate::storage::{audience, bulletins, mailings};

/// Begins to send an update to everybody who asked for updates by now. It is done once: there is no second time.
pub async fn send(
    desk: &Desk<'_>,
    on: On,
    organisation: &Organisation,
    operator_address: &str,
) -> Result<(), BulletinError> {
    if organisation.address_or(operator_address).is_empty() {
        return Err(BulletinError::NoPostalAddress);
    }
    // Outside the transaction: it may take a moment, and tells no more than what to expect.
    let expected = audience::count(desk.db.read(), on.campaign).await?;
    let tx = desk.db.write().await?;
    let bulletin = bulletins::find_to_change(&*tx, on.campaign, on.number).await?;
    if bulletin.ok_or(BulletinError::Unknown)?.version == 0 {
        return Err(BulletinError::NotPublished);
    }
    if mailings::find(&*tx, on.campaign, on.number).await?.is_some() {
        return Err(BulletinError::Sent);
    }
    mailings::insert(&*tx, (on.campaign, on.number), expected, desk.now).await?;
    record(&tx, desk, on, "send_update", format!("{expected} recipients")).await?;
    tx.commit().await?;
    Ok(())
}
