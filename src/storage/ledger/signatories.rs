//! Who signed on the rows of sheets: found by name, sealed anew, forgotten.

use entity::sheet_row::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::rows::{Indexes, bytes, stored};
use crate::domain::household::Index;
use crate::domain::ledger::row::Row;
use crate::storage::db::{Connection, StorageError};

/// Those of some campaigns under a name.
pub async fn list_named(
    db: &impl Connection,
    campaigns: &[i32],
    names: &[Index],
) -> Result<Vec<(i32, Row)>, StorageError> {
    let names = names.iter().map(|name| name.to_vec());
    let rows = Entity::find()
        .filter(Column::CampaignId.is_in(campaigns.iter().copied()))
        .filter(Column::NameIndex.is_in(names))
        .order_by_asc(Column::Id);
    rows.all(db).await?.into_iter().map(|model| Ok((model.campaign_id, stored(model)?))).collect()
}

/// Every row of which somebody is named, with its campaign, after an id: for sealing anew under another key.
pub async fn list_sealed(
    db: &impl Connection,
    after: Uuid,
    most: u64,
) -> Result<Vec<(i32, Row)>, StorageError> {
    let rows = Entity::find()
        .filter(Column::Id.gt(after))
        .filter(Expr::cust("length(sealed) > 0"))
        .order_by_asc(Column::Id)
        .limit(most);
    rows.all(db).await?.into_iter().map(|model| Ok((model.campaign_id, stored(model)?))).collect()
}

/// The same under another key.
pub async fn reseal(
    db: &impl Connection,
    id: Uuid,
    sealed: Vec<u8>,
    indexes: Indexes,
) -> Result<(), StorageError> {
    let row = Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(sealed))
        .col_expr(Column::NameIndex, Expr::value(bytes(indexes.name)))
        .col_expr(Column::PersonIndex, Expr::value(bytes(indexes.person)));
    row.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

fn forgotten() -> sea_orm::UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(Vec::<u8>::new()))
        .col_expr(Column::NameIndex, Expr::value(None::<Vec<u8>>))
        .col_expr(Column::PersonIndex, Expr::value(None::<Vec<u8>>))
}

/// Who signed on a row is forgotten.
pub async fn forget_one(db: &impl Connection, id: Uuid) -> Result<(), StorageError> {
    forgotten().filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

fn named(campaign: i32) -> Condition {
    Condition::all().add(Column::CampaignId.eq(campaign)).add(Expr::cust("length(sealed) > 0"))
}

/// Who signed on the sheets of a campaign is forgotten; what counts stays. Returns how many rows that were.
pub async fn forget(db: &impl Connection, campaign: i32) -> Result<u64, StorageError> {
    Ok(forgotten().filter(named(campaign)).exec(db).await?.rows_affected)
}

/// How many would go.
pub async fn count_named(db: &impl Connection, campaign: i32) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(named(campaign)).count(db).await?)
}
