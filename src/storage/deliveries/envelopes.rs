//! What packages are enclosed in while somebody fetches them.

use entity::fetch_envelope::{ActiveModel, Column, Entity};
use entity::{delivery_fetch, delivery_package};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};
use uuid::Uuid;

use crate::domain::delivery::PackageState as State;
use crate::domain::moment::Moment;
use crate::storage::db::{Connection, StorageError, locks_rows};

pub async fn insert(db: &impl Connection, fetch: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    let row = ActiveModel { fetch_id: Set(fetch), sealed: Set(sealed) };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// What a fetch is enclosed in, sealed; none once it is over.
pub async fn find(db: &impl Connection, fetch: Uuid) -> Result<Option<Vec<u8>>, StorageError> {
    Ok(Entity::find_by_id(fetch).one(db).await?.map(|row| row.sealed))
}

/// Those that nobody needs any more: the fetch was begun before a moment, or its package is not there.
pub async fn list_lost(db: &impl Connection, before: Moment) -> Result<Vec<Uuid>, StorageError> {
    let ready = delivery_package::Entity::find()
        .select_only()
        .column(delivery_package::Column::Id)
        .filter(delivery_package::Column::State.eq(State::Ready.as_str()));
    let over = Condition::any()
        .add(delivery_fetch::Column::At.lte(before.0))
        .add(delivery_fetch::Column::PackageId.not_in_subquery(ready.into_query()));
    let fetches =
        delivery_fetch::Entity::find().select_only().column(delivery_fetch::Column::Id).filter(over);
    let found = Entity::find().select_only().column(Column::FetchId);
    let found = found.filter(Column::FetchId.in_subquery(fetches.into_query()));
    Ok(found.into_tuple().all(db).await?)
}

pub async fn delete(db: &impl Connection, fetches: Vec<Uuid>) -> Result<(), StorageError> {
    Entity::delete_many().filter(Column::FetchId.is_in(fetches)).exec(db).await?;
    Ok(())
}

/// All of them, kept from others until the transaction ends: for sealing anew under another key.
pub async fn list_to_change(db: &impl Connection) -> Result<Vec<(Uuid, Vec<u8>)>, StorageError> {
    let mut all = Entity::find().order_by_asc(Column::FetchId);
    if locks_rows(db) {
        all = all.lock_exclusive();
    }
    Ok(all.all(db).await?.into_iter().map(|row| (row.fetch_id, row.sealed)).collect())
}

pub async fn reseal(db: &impl Connection, fetch: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    let resealed = Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    resealed.filter(Column::FetchId.eq(fetch)).exec(db).await?;
    Ok(())
}
