//! The files made of print runs. Who makes one holds a claim on it; a file is there whole or not at all.

use entity::printing::{ActiveModel, Column, Entity, Model};
use entity::printing_part as part;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;

use crate::domain::moment::Moment;
use crate::domain::print_run::{Printing, PrintingState as State, Span};
use crate::storage::db::{Connection, StorageError};

fn stored(model: Model) -> Result<Printing, StorageError> {
    let wrong = |what: &str| DbErr::Custom(format!("a printing: {what}"));
    let count = |n: i32| u32::try_from(n).map_err(|_| wrong("less than nothing"));
    Ok(Printing {
        id: model.id,
        campaign: model.campaign_id,
        run: model.run,
        stock: model.stock,
        span: Span { first: count(model.first)?, last: count(model.last)? },
        state: State::parse(&model.state).ok_or_else(|| wrong("unknown state"))?,
        done: count(model.done)?,
        left_out: count(model.left_out)?,
        attempts: count(model.attempts)?,
        created_at: Moment(model.created_at),
        ended_at: model.ended_at.map(Moment),
    })
}

fn whole(n: u32) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

pub async fn insert(db: &impl Connection, new: &Printing) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(new.id),
        campaign_id: Set(new.campaign),
        run: Set(new.run),
        stock: Set(new.stock.clone()),
        first: Set(whole(new.span.first)),
        last: Set(whole(new.span.last)),
        state: Set(new.state.as_str().to_owned()),
        done: Set(0),
        left_out: Set(0),
        attempts: Set(0),
        claim: Set(None),
        leased_until: Set(0),
        created_at: Set(new.created_at.0),
        ended_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Printing>, StorageError> {
    Entity::find_by_id(id).one(db).await?.map(stored).transpose()
}

/// Those of a run, newest first.
pub async fn list(db: &impl Connection, campaign: i32, run: i32) -> Result<Vec<Printing>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::Run.eq(run));
    let found = found.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id);
    found.all(db).await?.into_iter().map(stored).collect()
}

/// The one that is to be made next: nobody makes it, or whoever did has been silent for too long.
pub async fn find_due(db: &impl Connection, now: Moment) -> Result<Option<Printing>, StorageError> {
    let due = Entity::find()
        .filter(Column::State.eq(State::Making.as_str()))
        .filter(Column::LeasedUntil.lte(now.0))
        .order_by_asc(Column::CreatedAt);
    due.one(db).await?.map(stored).transpose()
}

/// Takes it, unless somebody else was faster.
pub async fn claim(
    db: &impl Connection,
    id: Uuid,
    claim: Uuid,
    (now, until): (Moment, Moment),
) -> Result<bool, StorageError> {
    let taken = Entity::update_many()
        .col_expr(Column::Claim, Expr::value(claim))
        .col_expr(Column::LeasedUntil, Expr::value(until.0))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::Done, Expr::value(0))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(State::Making.as_str()))
        .filter(Column::LeasedUntil.lte(now.0))
        .exec(db)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// What is still made by whoever holds this claim.
fn held(id: Uuid, claim: Uuid) -> Condition {
    Condition::all()
        .add(Column::Id.eq(id))
        .add(Column::Claim.eq(claim))
        .add(Column::State.eq(State::Making.as_str()))
}

/// Says how far it is and that its maker lives; false where it is no longer to be made.
pub async fn progress(
    db: &impl Connection,
    (id, claim): (Uuid, Uuid),
    done: u32,
    until: Moment,
) -> Result<bool, StorageError> {
    let told = Entity::update_many()
        .col_expr(Column::Done, Expr::value(whole(done)))
        .col_expr(Column::LeasedUntil, Expr::value(until.0))
        .filter(held(id, claim))
        .exec(db)
        .await?;
    Ok(told.rows_affected == 1)
}

/// Ends it for its maker; false where it had ended before.
pub async fn end(
    db: &impl Connection,
    (id, claim): (Uuid, Uuid),
    (state, left_out): (State, u32),
    now: Moment,
) -> Result<bool, StorageError> {
    let mut change = Entity::update_many()
        .col_expr(Column::State, Expr::value(state.as_str()))
        .col_expr(Column::LeftOut, Expr::value(whole(left_out)))
        .col_expr(Column::EndedAt, Expr::value(now.0));
    if state == State::Ready {
        change = change.col_expr(Column::Done, Expr::col(Column::Last).sub(Expr::col(Column::First)).add(1));
    }
    Ok(change.filter(held(id, claim)).exec(db).await?.rows_affected == 1)
}

/// Ends those of a run that are being made, and discards the files that are there.
pub async fn end_all(
    db: &impl Connection,
    (campaign, run): (i32, i32),
    now: Moment,
) -> Result<(), StorageError> {
    let of_run = Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Run.eq(run));
    let being_made = of_run.clone().add(Column::State.eq(State::Making.as_str()));
    set_state(db, being_made, State::Cancelled, Some(now)).await?;
    discard(db, of_run).await
}

/// Cancels one; false where it had ended before.
pub async fn cancel(db: &impl Connection, id: Uuid, now: Moment) -> Result<bool, StorageError> {
    let this = Condition::all().add(Column::Id.eq(id)).add(Column::State.eq(State::Making.as_str()));
    Ok(set_state(db, this, State::Cancelled, Some(now)).await? == 1)
}

/// Discards the files that were made before a moment.
pub async fn discard_before(db: &impl Connection, before: Moment) -> Result<(), StorageError> {
    discard(db, Condition::all().add(Column::EndedAt.lt(before.0))).await
}

/// Discards all files.
pub async fn discard_all(db: &impl Connection) -> Result<(), StorageError> {
    discard(db, Condition::all()).await
}

async fn set_state(
    db: &impl Connection,
    of: Condition,
    state: State,
    ended: Option<Moment>,
) -> Result<u64, StorageError> {
    let mut change = Entity::update_many().col_expr(Column::State, Expr::value(state.as_str()));
    if let Some(at) = ended {
        change = change.col_expr(Column::EndedAt, Expr::value(at.0));
    }
    Ok(change.filter(of).exec(db).await?.rows_affected)
}

async fn discard(db: &impl Connection, of: Condition) -> Result<(), StorageError> {
    let ready = of.add(Column::State.eq(State::Ready.as_str()));
    let found: Vec<Uuid> =
        Entity::find().select_only().column(Column::Id).filter(ready).into_tuple().all(db).await?;
    for id in found {
        part::Entity::delete_many().filter(part::Column::PrintingId.eq(id)).exec(db).await?;
        set_state(db, Condition::all().add(Column::Id.eq(id)), State::Discarded, None).await?;
    }
    Ok(())
}

pub async fn insert_part(
    db: &impl Connection,
    printing: Uuid,
    number: i32,
    sealed: Vec<u8>,
) -> Result<(), StorageError> {
    let row = part::ActiveModel { printing_id: Set(printing), number: Set(number), sealed: Set(sealed) };
    part::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// A piece of a file; none behind the last.
pub async fn find_part(
    db: &impl Connection,
    printing: Uuid,
    number: i32,
) -> Result<Option<Vec<u8>>, StorageError> {
    Ok(part::Entity::find_by_id((printing, number)).one(db).await?.map(|model| model.sealed))
}
