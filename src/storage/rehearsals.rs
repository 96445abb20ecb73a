//! Drafts that people send to themselves.

use entity::rehearsal::{ActiveModel, Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use crate::domain::moment::Moment;

/// A draft on its way to who writes it.
#[derive(Clone, Debug)]
pub struct Rehearsal {
    pub id: Uuid,
    pub campaign: i32,
    pub number: i16,
    pub account: Uuid,
    /// The language in which it is sent.
    pub tag: String,
}

pub async fn insert(db: &impl Connection, new: Rehearsal, now: Moment) -> Result<(), StorageError> {
    let model = ActiveModel {
        id: Set(new.id),
        campaign_id: Set(new.campaign),
        number: Set(new.number),
        account_id: Set(new.account),
        lang: Set(new.tag),
        created_at: Set(now.0),
    };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Rehearsal>, StorageError> {
    Ok(Entity::find_by_id(id).one(db).await?.map(|model| Rehearsal {
        id: model.id,
        campaign: model.campaign_id,
        number: model.number,
        account: model.account_id,
        tag: model.lang,
    }))
}

pub async fn purge(db: &impl Connection, before: Moment) -> Result<(), StorageError> {
    Entity::delete_many().filter(Column::CreatedAt.lt(before.0)).exec(db).await?;
    Ok(())
}
