use uuid::Uuid;

use super::cancel::clear;
use super::{DeliveryError, On, hold, must_be_kept, record};
use crate::actions::Desk;
use crate::domain::delivery::{Package, PackageState as State, Stage};
use crate::storage::deliveries::{self, Of, packages};
use crate::storage::{StorageError, Transaction};

/// Asks for the package of a frozen delivery anew. Asked again while one is made, it is the same one.
pub async fn request(desk: &Desk<'_>, on: On<'_>) -> Result<Uuid, DeliveryError> {
    must_be_kept(desk, on).await?;
    let tx = desk.db.write().await?;
    let one = hold(&tx, on).await?;
    if !one.stage.is_frozen() {
        return Err(DeliveryError::MovedOn);
    }
    let known = packages::list(&*tx, on.of).await?;
    if let Some(same) = known.iter().find(|package| package.state == State::Making) {
        return Ok(same.id);
    }
    if let Some(there) = known.iter().find(|package| package.state == State::Ready) {
        packages::drop(&*tx, there.id, (State::Ready, State::Discarded), desk.now).await?;
    }
    let id = again(&tx, desk, on.of).await?;
    record(&tx, desk, on, "make_package", String::new()).await?;
    tx.commit().await?;
    Ok(id)
}

/// Another edition of a package is to be made.
pub(super) async fn again(tx: &Transaction, desk: &Desk<'_>, of: Of) -> Result<Uuid, StorageError> {
    let last = packages::list(&**tx, of).await?.first().map_or(0, |package| package.edition);
    let new = Package::begun(desk.id(), of, last + 1, desk.now);
    packages::insert(&**tx, &new).await?;
    Ok(new.id)
}

/// Stops the package that is being made. A delivery that was being frozen is planned as it was before.
pub async fn stop(desk: &Desk<'_>, on: On<'_>) -> Result<(), DeliveryError> {
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    let being_made = packages::list(&*tx, on.of).await?.into_iter().find(|one| one.state == State::Making);
    let Some(package) = being_made else { return Ok(()) };
    packages::drop(&*tx, package.id, (State::Making, State::Cancelled), desk.now).await?;
    let was_freezing = one.stage == Stage::Freezing;
    if was_freezing {
        one.plan_again(desk.now);
        deliveries::save(&*tx, &one).await?;
    }
    record(&tx, desk, on, "stop_package", String::new()).await?;
    tx.commit().await?;
    if was_freezing {
        clear(desk, on.of).await?;
    }
    Ok(())
}
