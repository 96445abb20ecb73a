//! The outbox as staff look at it: what waits, for how long, and what has become of the rest.

use entity::outbox::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use super::outbox::Lane;
use crate::domain::moment::Moment;

fn queued() -> Expr {
    Expr::cust("state = 'queued'")
}

/// How many mails wait, due or not.
pub async fn count_queued(db: &impl Connection) -> Result<i64, StorageError> {
    let count: Option<i64> = Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "waiting")
        .filter(queued())
        .into_tuple()
        .one(db)
        .await?;
    Ok(count.unwrap_or(0))
}

/// Since when the oldest mail waits that is still to be sent.
pub async fn oldest_queued(db: &impl Connection) -> Result<Option<Moment>, StorageError> {
    let oldest: Option<Option<i64>> = Entity::find()
        .select_only()
        .column_as(Column::CreatedAt.min(), "oldest")
        .filter(queued())
        .into_tuple()
        .one(db)
        .await?;
    Ok(oldest.flatten().map(Moment))
}

/// How many wait in each lane.
pub async fn count_by_lane(db: &impl Connection) -> Result<Vec<(Lane, i64)>, StorageError> {
    let rows: Vec<(i16, i64)> = Entity::find()
        .select_only()
        .column(Column::Lane)
        .column_as(Column::Id.count(), "waiting")
        .filter(queued())
        .group_by(Column::Lane)
        .into_tuple()
        .all(db)
        .await?;
    let of = |number| rows.iter().find(|(lane, _)| *lane == number).map_or(0, |(_, n)| *n);
    Ok(Lane::ALL.into_iter().map(|lane| (lane, of(lane.number()))).collect())
}

/// Since when the mail of a lane has been due that has been due longest; `None` where none is.
pub async fn oldest_due(
    db: &impl Connection,
    lane: Lane,
    now: Moment,
) -> Result<Option<Moment>, StorageError> {
    let due: Option<i64> = Entity::find()
        .select_only()
        .column(Column::DueAt)
        .filter(queued())
        .filter(Column::Lane.eq(lane.number()))
        .filter(Column::DueAt.lte(now.0))
        .order_by_asc(Column::DueAt)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    Ok(due.map(Moment))
}

/// A mail as staff see it. Nothing in it tells to whom it goes.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub campaign: i32,
    pub id: Uuid,
    pub kind: String,
    pub attempts: i16,
    pub due_at: Moment,
    pub created_at: Moment,
}

/// The mails that wait, the most often tried first.
pub async fn list(db: &impl Connection, most: u64) -> Result<Vec<Waiting>, StorageError> {
    let rows: Vec<(i32, Uuid, String, i16, i64, i64)> = Entity::find()
        .select_only()
        .columns([
            Column::CampaignId,
            Column::Id,
            Column::Kind,
            Column::Attempts,
            Column::DueAt,
            Column::CreatedAt,
        ])
        .filter(queued())
        .order_by_desc(Column::Attempts)
        .order_by_asc(Column::DueAt)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let waiting = rows.into_iter().map(|(campaign, id, kind, attempts, due_at, created_at)| Waiting {
        campaign,
        id,
        kind,
        attempts,
        due_at: Moment(due_at),
        created_at: Moment(created_at),
    });
    Ok(waiting.collect())
}

/// How many mails are in each state.
pub async fn count_by_state(db: &impl Connection) -> Result<Vec<(String, i64)>, StorageError> {
    let rows = Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "mails")
        .group_by(Column::State)
        .order_by_asc(Column::State);
    Ok(rows.into_tuple().all(db).await?)
}

/// Makes what waits for another try due now; returns how many.
pub async fn hasten(db: &impl Connection, now: Moment) -> Result<u64, StorageError> {
    let done = Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(now.0))
        .filter(queued())
        .filter(Column::DueAt.gt(now.0))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// Queues again what the mail server refused since `since`; returns how many.
pub async fn requeue_failed(db: &impl Connection, since: Moment, now: Moment) -> Result<u64, StorageError> {
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value("queued"))
        .col_expr(Column::EndedAt, Expr::value(sea_orm::Value::BigInt(None)))
        .col_expr(Column::LeasedUntil, Expr::value(0))
        .col_expr(Column::DueAt, Expr::value(now.0))
        .filter(Column::State.eq("failed"))
        .filter(Column::EndedAt.gt(since.0))
        .filter(Column::SubjectId.is_not_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// Deletes the records of mails that ended before `before`; returns how many.
pub async fn purge_ended(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(Column::EndedAt.lt(before.0)).exec(db).await?.rows_affected)
}

/// How many that would delete.
pub async fn count_ended(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(Column::EndedAt.lt(before.0)).count(db).await?)
}
