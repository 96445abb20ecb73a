//! Under what the audit log is chained: a key of its own, sealed beside it under the keys that lie outside the database.

use entity::audit_key::{ActiveModel, Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use super::vault::{Seat, Vault, VaultError};
use crate::domain::record::ChainKey;

const ONLY: i32 = 1;

const SEAT: Seat<'static> = Seat { table: "audit_key", campaign: 0, id: Uuid::nil() };

/// The key as it is stored; none before the first entry that wants one.
pub async fn find(db: &impl Connection) -> Result<Option<Vec<u8>>, StorageError> {
    Ok(Entity::find_by_id(ONLY).one(db).await?.map(|row| row.sealed))
}

pub fn open(vault: &Vault, sealed: &[u8]) -> Result<ChainKey, VaultError> {
    vault.open(SEAT, sealed)
}

/// The key, made now where there is none: from this entry on. Whoever asks holds the head of the log.
pub(super) async fn find_or_make(
    db: &impl Connection,
    vault: &Vault,
    entry: i64,
) -> Result<ChainKey, StorageError> {
    if let Some(sealed) = find(db).await? {
        let closed = |_| DbErr::Custom("the key of the audit log does not open".to_owned());
        return Ok(open(vault, &sealed).map_err(closed)?);
    }
    let key = ChainKey::new(entry, vault.new_secret());
    let model = ActiveModel { id: Set(ONLY), sealed: Set(vault.seal(SEAT, &key)) };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(key)
}

/// Seals the key anew; whether there is one.
pub async fn reseal(db: &impl Connection, vault: &Vault) -> Result<bool, StorageError> {
    let Some(sealed) = find(db).await? else { return Ok(false) };
    let closed = |_| DbErr::Custom("the key of the audit log does not open".to_owned());
    let key = open(vault, &sealed).map_err(closed)?;
    Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(vault.seal(SEAT, &key)))
        .filter(Column::Id.eq(ONLY))
        .exec(db)
        .await?;
    Ok(true)
}
