//! Whose turn it is: a periodic job runs on one node at a time, whichever asks first.

use std::time::Duration;

use entity::turn::{ActiveModel, Column, Entity};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, Set};

use super::db::{Connection, StorageError};
use crate::domain::moment::Moment;

/// When a job that is done once in a period was done last.
pub async fn last(db: &impl Connection, job: &str, period: Duration) -> Result<Option<Moment>, StorageError> {
    let next = Entity::find_by_id(job).one(db).await?.map(|turn| turn.next_at).filter(|next| *next > 0);
    Ok(next.map(|next| Moment(next) - period))
}

/// Takes the turn of a job that is due, so that nobody else has it for a period; `false` where it is not due.
pub async fn take(
    db: &impl Connection,
    job: &str,
    now: Moment,
    period: Duration,
) -> Result<bool, StorageError> {
    let first = ActiveModel { job: Set(job.to_owned()), next_at: Set(0) };
    let known = OnConflict::column(Column::Job).do_nothing().to_owned();
    Entity::insert_many([first]).on_conflict(known).exec_without_returning(db).await?;
    // A clock that was set back must not stop a job for long: a turn more than two periods ahead is nobody's. With one
    // it would be taken twice, since the clocks of two nodes never quite agree.
    let taken = Entity::update_many()
        .col_expr(Column::NextAt, Expr::value((now + period).0))
        .filter(Column::Job.eq(job))
        .filter(Column::NextAt.lte(now.0).or(Column::NextAt.gt((now + period * 2).0)))
        .exec(db)
        .await?;
    Ok(taken.rows_affected == 1)
}
