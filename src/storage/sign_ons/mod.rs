mod row;

use entity::sign_on::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use self::row::{active, stored};
use super::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes, locks_rows};
use crate::domain::display::Display;
use crate::domain::household::Index;
use crate::domain::moment::Moment;
use crate::domain::sign_on::{Kind, SignOn, State};

pub async fn insert(db: &impl Connection, one: &SignOn) -> Result<(), StorageError> {
    Entity::insert(active(one)).exec_without_returning(db).await?;
    Ok(())
}

/// Writes a row that was read by [`find_to_change`] in the same transaction.
pub async fn save(db: &impl Connection, one: &SignOn) -> Result<(), StorageError> {
    active(one).update(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, campaign: i32, id: Uuid) -> Result<Option<SignOn>, StorageError> {
    Entity::find_by_id((campaign, id)).one(db).await?.map(stored).transpose()
}

/// The row, kept from others until the transaction ends.
pub async fn find_to_change(
    db: &impl Connection,
    campaign: i32,
    id: Uuid,
) -> Result<Option<SignOn>, StorageError> {
    let mut found = Entity::find_by_id((campaign, id));
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.map(stored).transpose()
}

/// The row that alone stands for an organisation or a professional.
pub async fn find_claim(
    db: &impl Connection,
    campaign: i32,
    claim: Index,
) -> Result<Option<SignOn>, StorageError> {
    let found =
        Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::ClaimIndex.eq(claim.to_vec()));
    found.one(db).await?.map(stored).transpose()
}

/// What is there of this organisation or professional at one address.
pub async fn list_of(
    db: &impl Connection,
    campaign: i32,
    mark: Index,
    email: Index,
) -> Result<Vec<SignOn>, StorageError> {
    let these = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::MarkIndex.eq(mark.to_vec()))
        .filter(Column::EmailIndex.eq(email.to_vec()));
    list(db, these.order_by_asc(Column::Id)).await
}

async fn list(db: &impl Connection, these: sea_orm::Select<Entity>) -> Result<Vec<SignOn>, StorageError> {
    these.all(db).await?.into_iter().map(stored).collect()
}

/// Several of one campaign, ascending, kept from others until the transaction ends; unknown ones are left out.
pub async fn list_to_change(
    db: &impl Connection,
    campaign: i32,
    ids: Vec<Uuid>,
) -> Result<Vec<SignOn>, StorageError> {
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

/// A page of those in one state, in the order in which they came, after `after`.
pub async fn list_in(
    db: &impl Connection,
    campaign: i32,
    state: State,
    after: Uuid,
    most: u64,
) -> Result<Vec<SignOn>, StorageError> {
    let these = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::State.eq(state.as_str()))
        .filter(Column::Id.gt(after));
    list(db, these.order_by_asc(Column::Id).limit(most)).await
}

/// The vetted professionals who chose to be shown.
pub async fn list_professionals(
    db: &impl Connection,
    campaign: i32,
    most: u64,
) -> Result<Vec<SignOn>, StorageError> {
    let these = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::State.eq(State::Vetted.as_str()))
        .filter(Column::Kind.eq(Kind::Professional.as_str()))
        .filter(Column::Display.ne(Display::Hidden.as_str()));
    list(db, these.order_by_desc(Column::Weight).order_by_asc(Column::Id).limit(most)).await
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

/// What is confirmed and has one of these names, or one of these websites.
pub async fn list_alike(
    db: &impl Connection,
    campaign: i32,
    names: Vec<Index>,
    hosts: Vec<Index>,
) -> Result<Vec<SignOn>, StorageError> {
    let bytes = |indexes: Vec<Index>| indexes.into_iter().map(|index| index.to_vec());
    let alike = Condition::any()
        .add(Column::NameIndex.is_in(bytes(names)))
        .add(Column::HostIndex.is_in(bytes(hosts)));
    let seen = State::SEEN.map(State::as_str);
    let these = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::State.is_in(seen))
        .filter(alike)
        .order_by_asc(Column::Id);
    list(db, these.limit(MOST_ROWS as u64)).await
}

/// Everything at an address in these campaigns, oldest first.
pub async fn list_at(
    db: &impl Connection,
    campaigns: &[i32],
    addresses: &[Index],
) -> Result<Vec<SignOn>, StorageError> {
    let these = Entity::find()
        .filter(Column::CampaignId.is_in(campaigns.iter().copied()))
        .filter(Column::EmailIndex.is_in(addresses.iter().map(|index| index.to_vec())));
    list(db, these.order_by_asc(Column::Id)).await
}

/// Whether anybody has signed this version of a letter's text, confirmed or not.
pub async fn has_signed(db: &impl Connection, campaign: i32, version: i32) -> Result<bool, StorageError> {
    let these =
        Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::TextVersion.eq(version));
    Ok(these.one(db).await?.is_some())
}

/// How many there are in each state that staff see.
pub async fn count_in(db: &impl Connection, campaign: i32, state: State) -> Result<u64, StorageError> {
    let these =
        Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::State.eq(state.as_str()));
    Ok(these.count(db).await?)
}

pub async fn delete(db: &impl Connection, campaign: i32, id: Uuid) -> Result<(), StorageError> {
    Entity::delete_by_id((campaign, id)).exec(db).await?;
    Ok(())
}

/// Deletes the forms that were sent again for a row, whose signatory has left.
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

/// Those that were not confirmed in time, and those declined before `declined`.
fn over(now: Moment, declined: Moment) -> Condition {
    // Word for word the condition of the index `sign_on_pending`, so that it serves.
    let lapsed =
        Condition::all().add(Expr::cust("state IN ('pending', 'repeat')")).add(Column::ExpiresAt.lte(now.0));
    let declined = Condition::all()
        .add(Column::State.eq(State::Declined.as_str()))
        .add(Column::DecidedAt.lt(declined.0));
    Condition::any().add(lapsed).add(declined)
}

pub async fn purge(db: &impl Connection, now: Moment, declined: Moment) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(over(now, declined)).exec(db).await?.rows_affected)
}

/// How many that would delete.
pub async fn count_over(db: &impl Connection, now: Moment, declined: Moment) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(over(now, declined)).count(db).await?)
}

/// All that is sealed: for sealing anew under another key. They are few.
pub async fn list_sealed(db: &impl Connection) -> Result<Vec<SignOn>, StorageError> {
    list(db, Entity::find().filter(Column::EmailIndex.is_not_null())).await
}
