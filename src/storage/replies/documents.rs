//! The documents of replies, sealed.

use std::collections::HashMap;

use entity::reply_document::{ActiveModel, Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};

use super::{Of, wrong};
use crate::domain::reply::{Document, DocumentKind};
use crate::storage::db::{Connection, StorageError};

fn document((kind, hash, size): (String, String, i64)) -> Result<Document, StorageError> {
    let kind = DocumentKind::parse(&kind).ok_or_else(|| wrong("unknown kind of a document"))?;
    Ok(Document { kind, size, hash })
}

/// Puts a document in the place of the one before.
pub async fn put(
    db: &impl Connection,
    (campaign, number): Of,
    one: &Document,
    sealed: Vec<u8>,
) -> Result<(), StorageError> {
    delete(db, (campaign, number)).await?;
    let row = ActiveModel {
        campaign_id: Set(campaign),
        number: Set(number),
        kind: Set(one.kind.as_str().to_owned()),
        hash: Set(one.hash.clone()),
        size: Set(one.size),
        sealed: Set(sealed),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

pub async fn delete(db: &impl Connection, of: Of) -> Result<(), StorageError> {
    Entity::delete_by_id(of).exec(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, (campaign, number): Of) -> Result<Option<Document>, StorageError> {
    let row = Entity::find().select_only().columns([Column::Kind, Column::Hash, Column::Size]);
    let row = row.filter(Column::CampaignId.eq(campaign)).filter(Column::Number.eq(number));
    row.into_tuple().one(db).await?.map(document).transpose()
}

/// Those of a campaign, by the numbers of their replies.
pub async fn list(db: &impl Connection, campaign: i32) -> Result<HashMap<i32, Document>, StorageError> {
    let rows = Entity::find().select_only();
    let rows = rows.columns([Column::Number, Column::Kind, Column::Hash, Column::Size]);
    let rows: Vec<(i32, String, String, i64)> =
        rows.filter(Column::CampaignId.eq(campaign)).into_tuple().all(db).await?;
    rows.into_iter().map(|(number, kind, hash, size)| Ok((number, document((kind, hash, size))?))).collect()
}

/// The bytes of a document, sealed.
pub async fn find_sealed(db: &impl Connection, of: Of) -> Result<Option<Vec<u8>>, StorageError> {
    Ok(Entity::find_by_id(of).one(db).await?.map(|row| row.sealed))
}

/// The replies of all campaigns that have a document.
pub async fn list_all(db: &impl Connection) -> Result<Vec<Of>, StorageError> {
    let rows = Entity::find().select_only().columns([Column::CampaignId, Column::Number]);
    Ok(rows.into_tuple().all(db).await?)
}

/// Puts the same bytes under another key in place.
pub async fn reseal(
    db: &impl Connection,
    (campaign, number): Of,
    sealed: Vec<u8>,
) -> Result<(), StorageError> {
    let resealed = Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    resealed.filter(Column::CampaignId.eq(campaign)).filter(Column::Number.eq(number)).exec(db).await?;
    Ok(())
}
