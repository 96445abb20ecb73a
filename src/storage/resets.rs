//! Links that let somebody choose another password.

use entity::password_reset::{ActiveModel, Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;

/// What a link is for.
pub struct Reset {
    pub id: Uuid,
    /// None where the address that asked has no account.
    pub account: Option<Uuid>,
    pub lang: Lang,
    pub expires_at: Moment,
}

fn reset(model: Model) -> Reset {
    let Model { id, account_id, lang, expires_at } = model;
    Reset { id, account: account_id, lang: lang.parse().unwrap_or(Lang::En), expires_at: Moment(expires_at) }
}

pub async fn insert(db: &impl Connection, new: Reset) -> Result<(), StorageError> {
    let model = ActiveModel {
        id: Set(new.id),
        account_id: Set(new.account),
        lang: Set(new.lang.code().to_owned()),
        expires_at: Set(new.expires_at.0),
    };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Reset>, StorageError> {
    Ok(Entity::find_by_id(id).one(db).await?.map(reset))
}

/// Uses a link up; whether it was there.
pub async fn delete(db: &impl Connection, id: Uuid) -> Result<bool, StorageError> {
    Ok(Entity::delete_by_id(id).exec(db).await?.rows_affected > 0)
}

/// Ends every link of an account.
pub async fn delete_of(db: &impl Connection, account: Uuid) -> Result<(), StorageError> {
    Entity::delete_many().filter(Column::AccountId.eq(account)).exec(db).await?;
    Ok(())
}

pub async fn purge_ended(db: &impl Connection, now: Moment) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(Column::ExpiresAt.lte(now.0)).exec(db).await?.rows_affected)
}
