use entity::paper::{ActiveModel, Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use crate::domain::moment::Moment;
use crate::domain::picture::Paper;
use crate::domain::words::Words;

/// Everything but the bytes.
type Row = (Uuid, i32, i64, String, String, i64);

const COLUMNS: [Column; 6] =
    [Column::Id, Column::CampaignId, Column::CreatedAt, Column::Title, Column::Hash, Column::Size];

fn paper((id, campaign, created_at, title, hash, size): Row) -> Result<Paper, StorageError> {
    let damaged = |error: serde_json::Error| DbErr::Custom(format!("paper {id}: {error}"));
    let title = serde_json::from_str(&title).map_err(damaged)?;
    Ok(Paper { id, campaign, title, hash, size: size.unsigned_abs(), created_at: Moment(created_at) })
}

fn json(words: &Words) -> String {
    serde_json::to_string(words).expect("words are plain strings")
}

/// Stores a document in a place of its campaign's list.
pub async fn insert(
    db: &impl Connection,
    new: &Paper,
    place: i32,
    bytes: Vec<u8>,
) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(new.id),
        campaign_id: Set(new.campaign),
        created_at: Set(new.created_at.0),
        place: Set(place),
        title: Set(json(&new.title)),
        hash: Set(new.hash.clone()),
        size: Set(i64::try_from(new.size).unwrap_or(i64::MAX)),
        bytes: Set(bytes),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// The documents of a campaign in their order.
pub async fn list(db: &impl Connection, campaign: i32) -> Result<Vec<Paper>, StorageError> {
    let rows = Entity::find().select_only().columns(COLUMNS).filter(Column::CampaignId.eq(campaign));
    let rows: Vec<Row> =
        rows.order_by_asc(Column::Place).order_by_asc(Column::Id).into_tuple().all(db).await?;
    rows.into_iter().map(paper).collect()
}

/// The place of the last one.
pub async fn last_place(db: &impl Connection, campaign: i32) -> Result<Option<i32>, StorageError> {
    let places = Entity::find().select_only().column(Column::Place).filter(Column::CampaignId.eq(campaign));
    Ok(places.order_by_desc(Column::Place).into_tuple().one(db).await?)
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Paper>, StorageError> {
    let row = Entity::find().select_only().columns(COLUMNS).filter(Column::Id.eq(id));
    row.into_tuple().one(db).await?.map(paper).transpose()
}

/// What is sent at an address: what it is called, and its bytes.
pub async fn find_bytes(db: &impl Connection, hash: &str) -> Result<Option<(Words, Vec<u8>)>, StorageError> {
    let found =
        Entity::find().select_only().columns([Column::Title, Column::Bytes]).filter(Column::Hash.eq(hash));
    let found: Option<(String, Vec<u8>)> = found.into_tuple().one(db).await?;
    Ok(found.map(|(title, bytes)| (serde_json::from_str(&title).unwrap_or_default(), bytes)))
}

pub async fn set_title(db: &impl Connection, id: Uuid, title: &Words) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::Title, Expr::value(json(title)))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Puts documents into an order.
pub async fn arrange(db: &impl Connection, order: &[Uuid]) -> Result<(), StorageError> {
    for (place, id) in (0_i32..).zip(order) {
        let moved = Entity::update_many().col_expr(Column::Place, Expr::value(place));
        moved.filter(Column::Id.eq(*id)).exec(db).await?;
    }
    Ok(())
}

pub async fn delete(db: &impl Connection, id: Uuid) -> Result<(), StorageError> {
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}
