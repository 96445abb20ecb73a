use entity::audit::{ActiveModel, Entity};
use sea_orm::{EntityTrait, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use crate::domain::moment::Moment;

/// An act of staff, as it will stand in the log for ever. It names no supporter.
pub struct Entry<'a> {
    pub id: Uuid,
    pub at: Moment,
    pub actor: &'a str,
    pub act: &'a str,
    pub campaign: Option<i32>,
    pub subject: String,
    pub detail: String,
}

pub async fn append(db: &impl Connection, entry: Entry<'_>) -> Result<(), StorageError> {
    let model = ActiveModel {
        id: Set(entry.id),
        at: Set(entry.at.0),
        actor: Set(entry.actor.to_owned()),
        act: Set(entry.act.to_owned()),
        campaign_id: Set(entry.campaign),
        subject: Set(entry.subject),
        detail: Set(entry.detail),
    };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}
