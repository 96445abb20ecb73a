use uuid::Uuid;

use super::hand_over::first_fetched;
use super::{DeliveryError, On, hold, record};
use crate::actions::Desk;
use crate::domain::delivery::{Package, PackageState as State, Stage};
use crate::storage::deliveries::{self, Of, freeze, packages};
use crate::storage::{StorageError, Transaction};

/// So many lines are taken away at once: signing waits for no more.
const SOME: i64 = 5_000;

/// Cancels a delivery that has not left the house. Who was in it is free for another one.
pub async fn cancel(desk: &Desk<'_>, on: On<'_>) -> Result<(), DeliveryError> {
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    if !one.stage.can_be_cancelled() {
        return Err(DeliveryError::MovedOn);
    }
    // What somebody outside may hold has left the house.
    if first_fetched(&tx, on.of).await?.is_some() {
        return Err(DeliveryError::Fetched);
    }
    (one.stage, one.changed_at) = (Stage::Cancelled, desk.now);
    deliveries::save(&*tx, &one).await?;
    end_packages(&tx, desk, on.of).await?;
    record(&tx, desk, on, "cancel_delivery", String::new()).await?;
    tx.commit().await?;
    clear(desk, on.of).await?;
    Ok(())
}

/// Ends what is made of a delivery, and what is there.
pub(super) async fn end_packages(tx: &Transaction, desk: &Desk<'_>, of: Of) -> Result<(), StorageError> {
    for package in packages::list(&**tx, of).await? {
        end_package(tx, desk, package.id).await?;
    }
    Ok(())
}

/// Ends a package that is being made or is there; false where it had ended before.
pub(super) async fn end_package(tx: &Transaction, desk: &Desk<'_>, id: Uuid) -> Result<bool, StorageError> {
    let was_made = packages::drop(&**tx, id, (State::Making, State::Cancelled), desk.now).await?;
    let was_there = packages::drop(&**tx, id, (State::Ready, State::Discarded), desk.now).await?;
    Ok(was_made || was_there)
}

/// Gives up a package that is being made. A delivery that was being frozen is planned as it was before, so that it can be frozen
/// again.
pub(super) async fn give_up(desk: &Desk<'_>, package: &Package, ended: State) -> Result<(), StorageError> {
    let of = (package.campaign, package.delivery);
    let tx = desk.db.write().await?;
    let found = deliveries::find_to_change(&*tx, of).await?;
    if !packages::drop(&*tx, package.id, (State::Making, ended), desk.now).await? {
        return Ok(());
    }
    let Some(mut one) = found.filter(|one| one.stage == Stage::Freezing) else {
        return tx.commit().await;
    };
    one.plan_again(desk.now);
    deliveries::save(&*tx, &one).await?;
    tx.commit().await?;
    clear(desk, of).await
}

/// Takes the lines of a delivery away, some at a time.
pub(super) async fn clear(desk: &Desk<'_>, of: Of) -> Result<(), StorageError> {
    loop {
        let tx = desk.db.write().await?;
        let last = freeze::last(&*tx, of).await?;
        if last == 0 {
            return Ok(());
        }
        freeze::clear(&*tx, of, (last - SOME).max(0)).await?;
        tx.commit().await?;
    }
}
