//! What has been kept as long as it may be.

use entity::postcard::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::list_to_change;
use crate::domain::moment::Moment;
use crate::domain::postcard::{Postcard, State};
use crate::storage::db::{Connection, StorageError};

/// Those that were not confirmed in time, and those rejected before `rejected`.
fn over(now: Moment, rejected: Moment) -> Condition {
    // Word for word the condition of the index `postcard_pending`, so that it serves.
    let lapsed =
        Condition::all().add(Expr::cust("state IN ('pending', 'repeat')")).add(Column::ExpiresAt.lte(now.0));
    let rejected = Condition::all()
        .add(Column::State.eq(State::Rejected.as_str()))
        .add(Column::DecidedAt.lt(rejected.0));
    Condition::any().add(lapsed).add(rejected)
}

pub async fn purge(db: &impl Connection, now: Moment, rejected: Moment) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(over(now, rejected)).exec(db).await?.rows_affected)
}

/// How many that would delete.
pub async fn count_over(db: &impl Connection, now: Moment, rejected: Moment) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(over(now, rejected)).count(db).await?)
}

/// Who is named on a confirmed card of a campaign, but for those whose consent to updates is younger than `consent_before`.
fn named(campaign: i32, consent_before: Moment) -> Condition {
    let consents = Column::UpdatesSince.is_null().or(Column::UpdatesSince.lte(consent_before.0));
    Condition::all()
        .add(Column::CampaignId.eq(campaign))
        .add(Column::EmailIndex.is_not_null())
        .add(Column::State.is_not_in([State::Pending, State::Repeat].map(State::as_str)))
        .add(consents)
}

pub async fn count_named(
    db: &impl Connection,
    campaign: i32,
    consent_before: Moment,
) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(named(campaign, consent_before)).count(db).await?)
}

/// The next of them, kept from others until the transaction ends.
pub async fn list_named_to_change(
    db: &impl Connection,
    campaign: i32,
    consent_before: Moment,
    most: u64,
) -> Result<Vec<Postcard>, StorageError> {
    let ids = Entity::find().select_only().column(Column::Id).filter(named(campaign, consent_before));
    let ids: Vec<Uuid> = ids.order_by_asc(Column::Id).limit(most).into_tuple().all(db).await?;
    list_to_change(db, campaign, ids).await
}
