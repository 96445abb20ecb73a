//! Somebody leaves: packages that tell of them are discarded and made anew without them. All this is called in the transaction in
//! which they leave, so that from its end on nobody can fetch what names them.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::cancel::{end_package, give_up};
use super::request::again;
use crate::actions::Desk;
use crate::domain::delivery::{Package, PackageState as State, Paper};
use crate::storage::deliveries::{lines, packages, papers};
use crate::storage::{StorageError, Transaction};

/// These leave who stand on rolls.
pub async fn forget(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    subjects: Vec<Uuid>,
) -> Result<(), StorageError> {
    // Nearly always there is none.
    if packages::list_live(&**tx, campaign).await?.is_empty() {
        return Ok(());
    }
    let with = lines::list_with(&**tx, campaign, subjects).await?;
    renew(tx, desk, campaign, &with).await
}

/// These stand on rolls in other words from now on, or stand there again. What is being made may have told of them already: it is
/// begun anew.
pub async fn retell(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    subjects: Vec<Uuid>,
) -> Result<(), StorageError> {
    let live = packages::list_live(&**tx, campaign).await?;
    if live.is_empty() {
        return Ok(());
    }
    let with = lines::list_with(&**tx, campaign, subjects).await?;
    begin_anew(tx, desk, &live, &with).await?;
    // What was begun just now knows it already; what is made of other deliveries has a supplement that may tell of them.
    for package in live.iter().filter(|one| one.state == State::Making && !with.contains(&one.delivery)) {
        packages::mark_stale(&**tx, package.id).await?;
    }
    Ok(())
}

/// Who wrote a card of a print run leaves.
pub async fn forget_card(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    run: i32,
) -> Result<(), StorageError> {
    let all = papers::list_all(&**tx, campaign).await?.into_iter();
    let with = all.filter(|(_, paper, _)| *paper == Paper::Run(run)).map(|(delivery, ..)| delivery).collect();
    renew(tx, desk, campaign, &with).await
}

/// A scan of a batch is removed. What is being made is begun anew: its maker knows which scans there were.
pub async fn forget_scan(
    tx: &Transaction,
    desk: &Desk<'_>,
    (campaign, batch): (i32, i32),
) -> Result<(), StorageError> {
    let all = papers::list_all(&**tx, campaign).await?.into_iter();
    let with = all.filter(|(_, paper, _)| *paper == Paper::Batch(batch)).map(|(delivery, ..)| delivery);
    begin_anew(tx, desk, &packages::list_live(&**tx, campaign).await?, &with.collect()).await
}

/// Of these packages those of these deliveries end, whether they are there or being made, and are made from the beginning.
async fn begin_anew(
    tx: &Transaction,
    desk: &Desk<'_>,
    live: &[Package],
    with: &BTreeSet<i32>,
) -> Result<(), StorageError> {
    for package in live.iter().filter(|package| with.contains(&package.delivery)) {
        if end_package(tx, desk, package.id).await? {
            again(tx, desk, (package.campaign, package.delivery)).await?;
        }
    }
    Ok(())
}

/// Packages of these deliveries are made anew. One of another delivery that is being made may tell in its supplement who has left these.
async fn renew(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    with: &BTreeSet<i32>,
) -> Result<(), StorageError> {
    if with.is_empty() {
        return Ok(());
    }
    for package in packages::list_live(&**tx, campaign).await? {
        // Whoever makes it sees so before it is there; it may have become ready at this very moment.
        if package.state == State::Making && packages::mark_stale(&**tx, package.id).await? {
            continue;
        }
        if with.contains(&package.delivery)
            && packages::drop(&**tx, package.id, (State::Ready, State::Discarded), desk.now).await?
        {
            again(tx, desk, (campaign, package.delivery)).await?;
        }
    }
    Ok(())
}

/// The people of a campaign are kept no longer, nor is any package that names them: these go first, each by itself, and none is
/// made anew.
pub async fn forget_all(desk: &Desk<'_>, campaign: i32) -> Result<(), StorageError> {
    for package in packages::list_live(desk.db.read(), campaign).await? {
        give_up(desk, &package, State::Cancelled).await?;
        // It was there, or is since this moment.
        let tx = desk.db.write().await?;
        end_package(&tx, desk, package.id).await?;
        tx.commit().await?;
    }
    Ok(())
}
