use entity::organisation::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::account::Organisation;
use crate::domain::moment::Moment;
use crate::domain::tag::Tag;

impl From<Model> for Organisation {
    fn from(model: Model) -> Self {
        let Model { id, slug, name, postal_address, time_zone, reply_address, .. } = model;
        let languages = model.languages.split(',').filter_map(Tag::parse).collect();
        Self { id, slug, name, postal_address, time_zone, reply_address, languages }
    }
}

pub async fn find(db: &impl Connection, id: i32) -> Result<Option<Organisation>, StorageError> {
    Ok(Entity::find_by_id(id).one(db).await?.map(Organisation::from))
}

pub async fn find_by_slug(db: &impl Connection, slug: &str) -> Result<Option<Organisation>, StorageError> {
    Ok(Entity::find().filter(Column::Slug.eq(slug)).one(db).await?.map(Organisation::from))
}

/// Keeps an organisation from others who count or add what it has, until the transaction ends.
pub async fn lock(db: &impl Connection, id: i32) -> Result<(), StorageError> {
    let mut found = Entity::find_by_id(id).select_only().column(Column::Id);
    if locks_rows(db) {
        found = found.lock(LockType::NoKeyUpdate);
    }
    found.into_tuple::<i32>().one(db).await?;
    Ok(())
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, slug: &str) -> Result<Option<Organisation>, StorageError> {
    let mut found = Entity::find().filter(Column::Slug.eq(slug));
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    Ok(found.one(db).await?.map(Organisation::from))
}

pub async fn rename(db: &impl Connection, id: i32, name: &str) -> Result<(), StorageError> {
    let model = ActiveModel { id: Set(id), name: Set(name.to_owned()), ..Default::default() };
    model.update(db).await?;
    Ok(())
}

/// Says who an organisation is. Its address in the outside world and its number stay.
pub async fn describe(db: &impl Connection, organisation: &Organisation) -> Result<(), StorageError> {
    let languages: Vec<&str> = organisation.languages.iter().map(Tag::as_str).collect();
    let model = ActiveModel {
        id: Set(organisation.id),
        name: Set(organisation.name.clone()),
        postal_address: Set(organisation.postal_address.clone()),
        time_zone: Set(organisation.time_zone.clone()),
        reply_address: Set(organisation.reply_address.clone()),
        languages: Set(languages.join(",")),
        ..Default::default()
    };
    model.update(db).await?;
    Ok(())
}

/// Where replies to the mail of an organisation go (empty: not told), and the time zone by whose clocks it counts days.
pub async fn mail_and_clocks(db: &impl Connection, id: i32) -> Result<(String, String), StorageError> {
    let row = Entity::find_by_id(id).select_only().columns([Column::ReplyAddress, Column::TimeZone]);
    Ok(row.into_tuple().one(db).await?.unwrap_or_default())
}

pub async fn list(db: &impl Connection) -> Result<Vec<Organisation>, StorageError> {
    let all = Entity::find().order_by_asc(Column::Id).all(db).await?;
    Ok(all.into_iter().map(Organisation::from).collect())
}

pub async fn insert(db: &impl Connection, slug: &str, name: &str, now: Moment) -> Result<(), StorageError> {
    let model = ActiveModel {
        slug: Set(slug.to_owned()),
        name: Set(name.to_owned()),
        created_at: Set(now.0),
        ..Default::default()
    };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

/// How many of an organisation approve before personal data leaves.
pub async fn approvals(db: &impl Connection, id: i32) -> Result<i16, StorageError> {
    let row = Entity::find_by_id(id).select_only().column(Column::Approvals);
    Ok(row.into_tuple().one(db).await?.unwrap_or_default())
}

pub async fn set_approvals(db: &impl Connection, id: i32, many: i16) -> Result<(), StorageError> {
    let model = ActiveModel { id: Set(id), approvals: Set(many), ..Default::default() };
    model.update(db).await?;
    Ok(())
}

/// Whether packages of an organisation that tell of single persons are fetched only encrypted.
pub async fn must_encrypt(db: &impl Connection, id: i32) -> Result<bool, StorageError> {
    let row = Entity::find_by_id(id).select_only().column(Column::Encrypted);
    Ok(row.into_tuple().one(db).await?.unwrap_or_default())
}

pub async fn set_must_encrypt(db: &impl Connection, id: i32, must: bool) -> Result<(), StorageError> {
    let model = ActiveModel { id: Set(id), encrypted: Set(must), ..Default::default() };
    model.update(db).await?;
    Ok(())
}
