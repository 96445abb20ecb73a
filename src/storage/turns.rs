//! Whose turn it is: a periodic job runs on one node at a time, whichever asks first.

use entity::turn::{ActiveModel, Column, Entity};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, Set};

use super::db::{Connection, StorageError};
use crate::domain::moment::Moment;

/// Takes the turn of a job that is due, so that nobody else has it before `next`; `false` where it is not due.
pub async fn take(db: &impl Connection, job: &str, now: Moment, next: Moment) -> Result<bool, StorageError> {
    let first = ActiveModel { job: Set(job.to_owned()), next_at: Set(0) };
    let known = OnConflict::column(Column::Job).do_nothing().to_owned();
    Entity::insert_many([first]).on_conflict(known).exec_without_returning(db).await?;
    // A clock that was set back must not stop a job for long: a turn further ahead than `next` is nobody's.
    let taken = Entity::update_many()
        .col_expr(Column::NextAt, Expr::value(next.0))
        .filter(Column::Job.eq(job))
        .filter(Column::NextAt.lte(now.0).or(Column::NextAt.gt(next.0)))
        .exec(db)
        .await?;
    Ok(taken.rows_affected == 1)
}
