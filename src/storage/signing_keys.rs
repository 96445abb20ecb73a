//! The key that manifests are signed with.

use entity::signing_key::{ActiveModel, Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use crate::domain::moment::Moment;

/// A key as it is kept: its seed sealed, what is public in the clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningKey {
    pub id: Uuid,
    pub sealed: Vec<u8>,
    /// The line of a `.pub` file.
    pub public: String,
    pub fingerprint: String,
    pub created_at: Moment,
    /// Whether it signs now.
    pub in_use: bool,
}

fn stored(model: entity::signing_key::Model) -> SigningKey {
    SigningKey {
        id: model.id,
        sealed: model.sealed,
        public: model.public,
        fingerprint: model.fingerprint,
        created_at: Moment(model.created_at),
        in_use: model.in_use.is_some(),
    }
}

/// The key in use, where there is one.
pub async fn find(db: &impl Connection) -> Result<Option<SigningKey>, StorageError> {
    Ok(Entity::find().filter(Column::InUse.eq(1)).one(db).await?.map(stored))
}

/// All that ever signed, newest first: what an older one signed is still checked with it.
pub async fn list(db: &impl Connection) -> Result<Vec<SigningKey>, StorageError> {
    let all = Entity::find().order_by_desc(Column::CreatedAt).all(db).await?;
    Ok(all.into_iter().map(stored).collect())
}

/// Adds the key in use. A second one is refused as a duplicate.
pub async fn insert(db: &impl Connection, key: &SigningKey) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(key.id),
        sealed: Set(key.sealed.clone()),
        public: Set(key.public.clone()),
        fingerprint: Set(key.fingerprint.clone()),
        created_at: Set(key.created_at.0),
        in_use: Set(key.in_use.then_some(1)),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Puts the same seed under another key in place.
pub async fn reseal(db: &impl Connection, id: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    let resealed = Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    resealed.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}
