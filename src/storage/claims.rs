//! Mails that a worker takes for some minutes, to send them.

use std::time::Duration;

use entity::outbox::{Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::db::{Connection, StorageError, locks_rows};
use super::outbox::{Key, Lane, Owed, each, owed, queued};
use crate::domain::moment::{HOUR, Moment};

/// The longest that a mail is put off. One that is due later than that was queued before the clock was set back.
pub const LONGEST_WAIT: Duration = HOUR;

/// Updates are at the most one in so many of the mails that are claimed at once.
const UPDATES_SHARE: u64 = 8;

/// Takes up to `most` mails that are due, lane by lane and oldest first, for one worker until `lease` has passed. Of updates it
/// takes a few only, so that what comes meanwhile does not wait for many.
pub async fn claim(
    db: &impl Connection,
    now: Moment,
    lease: Moment,
    most: u64,
) -> Result<Vec<Owed>, StorageError> {
    // A lease that lasts longer than any is given was given before the clock was set back.
    let free = Column::LeasedUntil.lte(now.0).or(Column::LeasedUntil.gt((lease + LONGEST_WAIT).0));
    let mut rows = list_free(db, free.clone(), Column::DueAt.lte(now.0), most).await?;
    let left = most.saturating_sub(rows.len() as u64);
    if left > 0 {
        let stray = Column::DueAt.gt((now + LONGEST_WAIT * 2).0);
        rows.extend(list_free(db, free, stray, left).await?);
    }
    let urgent = rows.iter().filter(|row| row.lane != Lane::Updates.number()).count();
    rows.sort_by_key(|row| row.lane);
    rows.truncate(urgent + usize::try_from(most / UPDATES_SHARE).unwrap_or(0).max(1));
    let keys: Vec<Key> = rows.iter().map(|row| (row.campaign_id, row.id)).collect();
    lease_until(db, &keys, lease).await?;
    Ok(rows.into_iter().filter_map(owed).collect())
}

async fn list_free(
    db: &impl Connection,
    free: Expr,
    due: Expr,
    most: u64,
) -> Result<Vec<Model>, StorageError> {
    let mut due = Entity::find()
        .filter(queued())
        .filter(due)
        .filter(free)
        .order_by_asc(Column::Lane)
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(most);
    if locks_rows(db) {
        due = due.lock_with_behavior(
            sea_orm::sea_query::LockType::Update,
            sea_orm::sea_query::LockBehavior::SkipLocked,
        );
    }
    Ok(due.all(db).await?)
}

async fn lease_until(db: &impl Connection, keys: &[Key], lease: Moment) -> Result<(), StorageError> {
    for these in each(keys) {
        let update = Entity::update_many().col_expr(Column::LeasedUntil, Expr::value(lease.0));
        update.filter(these).exec(db).await?;
    }
    Ok(())
}

/// Gives back mails that were claimed and not begun.
pub async fn give_back(db: &impl Connection, keys: &[Key]) -> Result<(), StorageError> {
    lease_until(db, keys, Moment(0)).await
}

/// Gives back mails of which it is not known whether they were claimed until `lease`; what is another's stays so.
pub async fn give_back_claim(db: &impl Connection, keys: &[Key], lease: Moment) -> Result<(), StorageError> {
    for these in each(keys) {
        let update = Entity::update_many().col_expr(Column::LeasedUntil, Expr::value(0));
        update.filter(these).filter(Column::LeasedUntil.eq(lease.0)).exec(db).await?;
    }
    Ok(())
}

/// Gives back what a worker held when it was cut off. Only where there can be no other worker.
pub async fn release_leases(db: &impl Connection) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::LeasedUntil, Expr::value(0))
        .filter(queued())
        .filter(Column::LeasedUntil.gt(0))
        .exec(db)
        .await?;
    Ok(())
}
