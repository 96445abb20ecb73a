mod row;
mod terms;

use entity::postcard::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use self::row::{active, stored};
pub use self::terms::{count_named, count_over, list_named_to_change, purge};
use super::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes, locks_rows};
use crate::domain::household::Index;
use crate::domain::moment::Moment;
use crate::domain::postcard::{Postcard, State};

pub async fn insert(db: &impl Connection, one: &Postcard) -> Result<(), StorageError> {
    Entity::insert(active(one)).exec_without_returning(db).await?;
    Ok(())
}

/// Writes a row that was read by [`find_to_change`] in the same transaction.
pub async fn save(db: &impl Connection, one: &Postcard) -> Result<(), StorageError> {
    active(one).update(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, campaign: i32, id: Uuid) -> Result<Option<Postcard>, StorageError> {
    Entity::find_by_id((campaign, id)).one(db).await?.map(stored).transpose()
}

/// The row, kept from others until the transaction ends.
pub async fn find_to_change(
    db: &impl Connection,
    campaign: i32,
    id: Uuid,
) -> Result<Option<Postcard>, StorageError> {
    let mut found = Entity::find_by_id((campaign, id));
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.map(stored).transpose()
}

async fn list(db: &impl Connection, these: Select<Entity>) -> Result<Vec<Postcard>, StorageError> {
    these.all(db).await?.into_iter().map(stored).collect()
}

/// Those that take the places of an address for an official, at most two.
pub async fn list_holders(
    db: &impl Connection,
    campaign: i32,
    official: Uuid,
    email: Index,
) -> Result<Vec<Postcard>, StorageError> {
    let these = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::OfficialId.eq(official))
        .filter(Column::EmailIndex.eq(email.to_vec()))
        .filter(Column::Slot.is_not_null());
    list(db, these.order_by_asc(Column::Slot)).await
}

/// Several of one campaign, ascending, kept from others until the transaction ends; unknown ones are left out.
pub async fn list_to_change(
    db: &impl Connection,
    campaign: i32,
    ids: Vec<Uuid>,
) -> Result<Vec<Postcard>, StorageError> {
    let mut found = Vec::with_capacity(ids.len());
    for some in in_fixed_sizes(ids, MOST_ROWS) {
        let these = Column::CampaignId.eq(campaign).and(Column::Id.is_in(some));
        let mut these = Entity::find().filter(these).order_by_asc(Column::Id);
        if locks_rows(db) {
            these = these.lock_exclusive();
        }
        found.extend(list(db, these).await?);
    }
    Ok(found)
}

fn in_state(campaign: i32, state: State, only_doubtful: bool) -> Select<Entity> {
    let these =
        Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::State.eq(state.as_str()));
    let doubtful = Condition::any().add(Column::Doubts.ne("")).add(Column::HoldReason.is_not_null());
    if only_doubtful { these.filter(doubtful) } else { these }
}

/// A page of those in one state, in the order in which they came, after `after`.
pub async fn list_in(
    db: &impl Connection,
    campaign: i32,
    (state, only_doubtful): (State, bool),
    after: Uuid,
    most: u64,
) -> Result<Vec<Postcard>, StorageError> {
    let these = in_state(campaign, state, only_doubtful).filter(Column::Id.gt(after));
    list(db, these.order_by_asc(Column::Id).limit(most)).await
}

/// How many there are in a state.
pub async fn count_in(
    db: &impl Connection,
    campaign: i32,
    (state, only_doubtful): (State, bool),
) -> Result<u64, StorageError> {
    Ok(in_state(campaign, state, only_doubtful).count(db).await?)
}

/// What was decided at one moment: many at once, so that it can be undone at once.
pub async fn list_decided_at(
    db: &impl Connection,
    campaign: i32,
    at: Moment,
) -> Result<Vec<Uuid>, StorageError> {
    let these = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::DecidedAt.eq(at.0));
    let ids = these.select_only().column(Column::Id).limit(MOST_ROWS as u64);
    Ok(ids.into_tuple().all(db).await?)
}

/// Everything at an address in these campaigns, oldest first.
pub async fn list_at(
    db: &impl Connection,
    campaigns: &[i32],
    addresses: &[Index],
) -> Result<Vec<Postcard>, StorageError> {
    let these = Entity::find()
        .filter(Column::CampaignId.is_in(campaigns.iter().copied()))
        .filter(Column::EmailIndex.is_in(addresses.iter().map(|index| index.to_vec())));
    list(db, these.order_by_asc(Column::Id)).await
}

/// How many a campaign counts: the same rule as `Postcard::is_counted`.
pub async fn count_counted(db: &impl Connection, campaign: i32) -> Result<i64, StorageError> {
    let passed = State::ALL.into_iter().filter(|state| state.is_under_way()).map(State::as_str);
    let waiting = [State::Verified, State::ChangeAsked].map(State::as_str);
    let waiting = Condition::all().add(Column::State.is_in(waiting)).add(Column::HoldReason.is_null());
    let counted = Condition::any().add(Column::State.is_in(passed)).add(waiting);
    let these = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(counted);
    Ok(i64::try_from(these.count(db).await?).unwrap_or(i64::MAX))
}

/// How many of a campaign were handed over or mailed, whatever became of their writers since.
pub async fn count_sent(db: &impl Connection, campaign: i32) -> Result<i64, StorageError> {
    let these = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::SentAt.is_not_null());
    Ok(i64::try_from(these.count(db).await?).unwrap_or(i64::MAX))
}

pub async fn delete(db: &impl Connection, campaign: i32, id: Uuid) -> Result<(), StorageError> {
    Entity::delete_by_id((campaign, id)).exec(db).await?;
    Ok(())
}

/// Deletes the forms that were sent again for a row, whose writer has left.
pub async fn delete_repeats(db: &impl Connection, campaign: i32, id: Uuid) -> Result<(), StorageError> {
    let of = Column::CampaignId.eq(campaign).and(Column::RepeatOf.eq(id));
    Entity::delete_many().filter(of).exec(db).await?;
    Ok(())
}

/// Takes back the consent to updates of all at an address, in one campaign or in all.
pub async fn end_updates(
    db: &impl Connection,
    address: Index,
    campaign: Option<i32>,
) -> Result<(), StorageError> {
    let mut these = Column::EmailIndex.eq(address.to_vec());
    if let Some(campaign) = campaign {
        these = these.and(Column::CampaignId.eq(campaign));
    }
    let nothing = Expr::value(sea_orm::Value::BigInt(None));
    Entity::update_many().col_expr(Column::UpdatesSince, nothing).filter(these).exec(db).await?;
    Ok(())
}

/// A page of what is sealed, for sealing anew under another key.
pub async fn list_sealed(
    db: &impl Connection,
    (campaign, after): (i32, Uuid),
    most: u64,
) -> Result<Vec<Postcard>, StorageError> {
    let same = Column::CampaignId.eq(campaign).and(Column::Id.gt(after));
    let behind = Condition::any().add(Column::CampaignId.gt(campaign)).add(same);
    let these = Entity::find().filter(Column::EmailIndex.is_not_null()).filter(behind);
    list(db, these.order_by_asc(Column::CampaignId).order_by_asc(Column::Id).limit(most)).await
}
