//! What the team wrote down of its dealings with addressees, and when it is reminded of them.

use entity::contact::{ActiveModel, Column, Entity, Model};
use entity::follow_up;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use crate::domain::contact::{Contact, FollowUp, Means};
use crate::domain::date::PartialDate;
use crate::domain::moment::Moment;

fn wrong(what: &str) -> StorageError {
    DbErr::Custom(format!("a contact: {what}")).into()
}

fn stored(model: Model) -> Result<Contact, StorageError> {
    Ok(Contact {
        id: model.id,
        campaign: model.campaign_id,
        key: model.addressee_key,
        means: Means::parse(&model.means).ok_or_else(|| wrong("unknown means"))?,
        day: PartialDate::parse(&model.day).ok_or_else(|| wrong("unreadable day"))?,
        sealed: model.sealed,
        account: model.account_id,
        created_at: Moment(model.created_at),
    })
}

pub async fn insert(db: &impl Connection, one: &Contact) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(one.id),
        campaign_id: Set(one.campaign),
        addressee_key: Set(one.key.clone()),
        means: Set(one.means.as_str().to_owned()),
        day: Set(one.day.to_string()),
        sealed: Set(one.sealed.clone()),
        account_id: Set(one.account),
        created_at: Set(one.created_at.0),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Contact>, StorageError> {
    Entity::find_by_id(id).one(db).await?.map(stored).transpose()
}

/// All of a campaign, newest first.
pub async fn list(db: &impl Connection, campaign: i32) -> Result<Vec<Contact>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign));
    let found = found.order_by_desc(Column::Day).order_by_desc(Column::CreatedAt).all(db).await?;
    found.into_iter().map(stored).collect()
}

pub async fn delete(db: &impl Connection, id: Uuid) -> Result<bool, StorageError> {
    Ok(Entity::delete_by_id(id).exec(db).await?.rows_affected > 0)
}

/// All of a campaign are deleted.
pub async fn forget(db: &impl Connection, campaign: i32) -> Result<(), StorageError> {
    Entity::delete_many().filter(Column::CampaignId.eq(campaign)).exec(db).await?;
    Ok(())
}

/// Those sealed after one, by their ids: a part at a time.
pub async fn list_after(db: &impl Connection, after: Uuid, most: u64) -> Result<Vec<Contact>, StorageError> {
    let found = Entity::find().filter(Column::Id.gt(after)).order_by_asc(Column::Id).limit(most);
    found.all(db).await?.into_iter().map(stored).collect()
}

pub async fn reseal(db: &impl Connection, id: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    let resealed = Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    resealed.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// On which days the team is reminded of which addressees of a campaign.
pub async fn list_follow_ups(db: &impl Connection, campaign: i32) -> Result<Vec<FollowUp>, StorageError> {
    use follow_up::{Column, Entity, Model};
    let rows = Entity::find().filter(Column::CampaignId.eq(campaign)).order_by_asc(Column::Due);
    let follow_up = |row: Model| {
        let due = PartialDate::parse(&row.due).ok_or_else(|| wrong("unreadable day to follow up"))?;
        Ok(FollowUp { key: row.addressee_key, due, set_by: row.set_by })
    };
    rows.all(db).await?.into_iter().map(follow_up).collect()
}

/// The team is reminded of an addressee on another day than before.
pub async fn put_follow_up(db: &impl Connection, campaign: i32, one: &FollowUp) -> Result<(), StorageError> {
    use follow_up::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        campaign_id: Set(campaign),
        addressee_key: Set(one.key.clone()),
        due: Set(one.due.to_string()),
        set_by: Set(one.set_by),
    };
    let known = OnConflict::columns([Column::CampaignId, Column::AddresseeKey])
        .update_columns([Column::Due, Column::SetBy])
        .to_owned();
    Entity::insert_many([row]).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

/// The team is reminded of an addressee no more; whether it would have been.
pub async fn delete_follow_up(db: &impl Connection, campaign: i32, key: &str) -> Result<bool, StorageError> {
    use follow_up::Entity;
    let done = Entity::delete_by_id((campaign, key.to_owned())).exec(db).await?;
    Ok(done.rows_affected > 0)
}
