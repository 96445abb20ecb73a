//! The keys of those who carry packages.

use entity::carrier_key::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::moment::Moment;

/// A key as it is stored.
pub struct Stored {
    pub id: Uuid,
    pub account: Uuid,
    pub sealed: Vec<u8>,
    pub added_at: Moment,
}

impl From<Model> for Stored {
    fn from(model: Model) -> Self {
        let Model { id, account_id, sealed, added_at } = model;
        Self { id, account: account_id, sealed, added_at: Moment(added_at) }
    }
}

pub async fn insert(db: &impl Connection, new: Stored) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(new.id),
        account_id: Set(new.account),
        sealed: Set(new.sealed),
        added_at: Set(new.added_at.0),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Those of some accounts, in the order in which they were added.
pub async fn list(db: &impl Connection, accounts: &[Uuid]) -> Result<Vec<Stored>, StorageError> {
    let found = Entity::find().filter(Column::AccountId.is_in(accounts.iter().copied()));
    let found = found.order_by_asc(Column::AddedAt).order_by_asc(Column::Id);
    Ok(found.all(db).await?.into_iter().map(Stored::from).collect())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Stored>, StorageError> {
    Ok(Entity::find_by_id(id).one(db).await?.map(Stored::from))
}

/// Deletes a key of an account; false where it has none such.
pub async fn delete(db: &impl Connection, account: Uuid, id: Uuid) -> Result<bool, StorageError> {
    let these = Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::AccountId.eq(account));
    Ok(these.exec(db).await?.rows_affected == 1)
}

/// All of them, kept from others until the transaction ends: for sealing anew under another key.
pub async fn list_to_change(db: &impl Connection) -> Result<Vec<Stored>, StorageError> {
    let mut all = Entity::find().order_by_asc(Column::Id);
    if locks_rows(db) {
        all = all.lock_exclusive();
    }
    Ok(all.all(db).await?.into_iter().map(Stored::from).collect())
}

pub async fn reseal(db: &impl Connection, id: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    let resealed = Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    resealed.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}
