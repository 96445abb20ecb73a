//! What staff switch on or off for every node at once.

use entity::switch::{ActiveModel, Column, Entity};
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Set};

use super::db::{Connection, StorageError};
use crate::domain::moment::Moment;

/// What can be switched. Each is on until somebody turns it off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Whether mail goes out.
    Mail,
}

impl Name {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mail => "mail",
        }
    }
}

pub async fn is_on(db: &impl Connection, name: Name) -> Result<bool, StorageError> {
    let found = Entity::find_by_id(name.as_str().to_owned()).one(db).await?;
    Ok(found.is_none_or(|switch| switch.is_on))
}

pub async fn set(db: &impl Connection, name: Name, is_on: bool, now: Moment) -> Result<(), StorageError> {
    let model =
        ActiveModel { name: Set(name.as_str().to_owned()), is_on: Set(is_on), changed_at: Set(now.0) };
    let known = OnConflict::column(Column::Name).update_columns([Column::IsOn, Column::ChangedAt]).to_owned();
    Entity::insert(model).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}
