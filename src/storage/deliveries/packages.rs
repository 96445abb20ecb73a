//! The packages of deliveries. Who makes one holds a claim on it; one that was begun goes on where it was.

use entity::delivery_package::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::{Of, handovers, wrong};
use crate::domain::delivery::{Package, PackageState as State};
use crate::domain::moment::Moment;
use crate::storage::db::{Connection, StorageError};

fn stored(model: Model) -> Result<Package, StorageError> {
    Ok(Package {
        id: model.id,
        campaign: model.campaign_id,
        delivery: model.delivery,
        edition: model.edition,
        state: State::parse(&model.state).ok_or_else(|| wrong("unknown state of a package"))?,
        done: model.done,
        whole: model.whole,
        bytes: model.bytes,
        gone: model.gone,
        manifest: model.manifest,
        attempts: model.attempts,
        created_at: Moment(model.created_at),
        ended_at: model.ended_at.map(Moment),
    })
}

/// A package that is to be made.
pub async fn insert(db: &impl Connection, new: &Package) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(new.id),
        campaign_id: Set(new.campaign),
        delivery: Set(new.delivery),
        edition: Set(new.edition),
        state: Set(new.state.as_str().to_owned()),
        done: Set(0),
        whole: Set(new.whole),
        bytes: Set(0),
        gone: Set(0),
        manifest: Set(String::new()),
        stale: Set(false),
        attempts: Set(0),
        claim: Set(None),
        leased_until: Set(0),
        created_at: Set(new.created_at.0),
        ended_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Package>, StorageError> {
    Entity::find_by_id(id).one(db).await?.map(stored).transpose()
}

/// Those of a delivery, newest first.
pub async fn list(db: &impl Connection, (campaign, delivery): Of) -> Result<Vec<Package>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::Delivery.eq(delivery));
    found.order_by_desc(Column::Edition).all(db).await?.into_iter().map(stored).collect()
}

/// The one that is to be made next: nobody makes it, or whoever did has been silent for too long.
pub async fn find_due(db: &impl Connection, now: Moment) -> Result<Option<Package>, StorageError> {
    let due = Entity::find()
        .filter(Column::State.eq(State::Making.as_str()))
        .filter(Column::LeasedUntil.lte(now.0))
        .order_by_asc(Column::CreatedAt)
        .limit(1);
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
    (done, whole): (i64, i64),
    until: Moment,
) -> Result<bool, StorageError> {
    let told = Entity::update_many()
        .col_expr(Column::Done, Expr::value(done))
        .col_expr(Column::Whole, Expr::value(whole))
        .col_expr(Column::LeasedUntil, Expr::value(until.0))
        .filter(held(id, claim))
        .exec(db)
        .await?;
    Ok(told.rows_affected == 1)
}

/// Lets go of it, so that whoever comes next goes on at once: this one ends for a while.
pub async fn let_go(db: &impl Connection, (id, claim): (Uuid, Uuid)) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::LeasedUntil, Expr::value(0_i64))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).sub(1))
        .filter(held(id, claim))
        .exec(db)
        .await?;
    Ok(())
}

/// What there is of an archive that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub bytes: i64,
    pub gone: i64,
    pub manifest: String,
}

/// It is there; false where it is no longer wanted, or somebody in it has left meanwhile.
pub async fn end(
    db: &impl Connection,
    (id, claim): (Uuid, Uuid),
    whole: &Whole,
    now: Moment,
) -> Result<bool, StorageError> {
    let ended = Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Ready.as_str()))
        .col_expr(Column::Done, Expr::col(Column::Whole))
        .col_expr(Column::Bytes, Expr::value(whole.bytes))
        .col_expr(Column::Gone, Expr::value(whole.gone))
        .col_expr(Column::Manifest, Expr::value(whole.manifest.as_str()))
        .col_expr(Column::EndedAt, Expr::value(now.0))
        .filter(held(id, claim))
        .filter(Column::Stale.eq(false))
        .exec(db)
        .await?;
    Ok(ended.rows_affected == 1)
}

/// Whether somebody in it has left since this was asked last, or since it was begun; from here on that is known.
pub async fn take_stale(db: &impl Connection, (id, claim): (Uuid, Uuid)) -> Result<bool, StorageError> {
    let stale = Entity::update_many().col_expr(Column::Stale, Expr::value(false)).filter(held(id, claim));
    Ok(stale.filter(Column::Stale.eq(true)).exec(db).await?.rows_affected == 1)
}

/// The same, asked without taking note; false too where it is no longer wanted.
pub async fn find_stale(db: &impl Connection, (id, claim): (Uuid, Uuid)) -> Result<bool, StorageError> {
    let found = Entity::find().filter(held(id, claim)).one(db).await?;
    Ok(found.is_some_and(|package| package.stale))
}

/// Somebody in one that is being made has left; false where it is not being made.
pub async fn mark_stale(db: &impl Connection, id: Uuid) -> Result<bool, StorageError> {
    let marked = Entity::update_many().col_expr(Column::Stale, Expr::value(true)).filter(Column::Id.eq(id));
    let marked = marked.filter(Column::State.eq(State::Making.as_str())).exec(db).await?;
    Ok(marked.rows_affected == 1)
}

/// Ends one that is being made, or is there, in a state that holds nothing; false where it had ended before.
pub async fn drop(
    db: &impl Connection,
    id: Uuid,
    (from, to): (State, State),
    now: Moment,
) -> Result<bool, StorageError> {
    let ended = Entity::update_many()
        .col_expr(Column::State, Expr::value(to.as_str()))
        .col_expr(Column::EndedAt, Expr::value(now.0))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(from.as_str()))
        .exec(db)
        .await?;
    Ok(ended.rows_affected == 1)
}

/// Those that are there or being made, of the deliveries of a campaign in which one of these stands.
pub async fn list_live(db: &impl Connection, campaign: i32) -> Result<Vec<Package>, StorageError> {
    let live = [State::Making.as_str(), State::Ready.as_str()];
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::State.is_in(live));
    found.order_by_asc(Column::Delivery).all(db).await?.into_iter().map(stored).collect()
}

/// What is there since before a moment is kept no longer: it holds names, and can be made again.
pub async fn discard_before(db: &impl Connection, before: Moment, now: Moment) -> Result<(), StorageError> {
    let mut discarded = Entity::update_many();
    // What an office may still fetch by its link is kept until the link is over.
    for (campaign, delivery) in handovers::list_open(db, now).await? {
        let its = Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Delivery.eq(delivery));
        discarded = discarded.filter(its.not());
    }
    discarded
        .col_expr(Column::State, Expr::value(State::Discarded.as_str()))
        .col_expr(Column::EndedAt, Expr::value(now.0))
        .filter(Column::State.eq(State::Ready.as_str()))
        .filter(Column::EndedAt.lt(before.0))
        .exec(db)
        .await?;
    Ok(())
}
