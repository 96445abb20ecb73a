use entity::{campaign, picture, picture_copy};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;

use super::card_designs;
use super::db::{Connection, StorageError};
use crate::domain::moment::Moment;
use crate::domain::picture::{Copy, Picture};
use crate::domain::words::Words;

type CopyRow = (Uuid, i32, i32, String);

fn copy((_, width, height, hash): CopyRow) -> Copy {
    Copy { hash, width: width.unsigned_abs(), height: height.unsigned_abs() }
}

fn read(model: &picture::Model, copies: Vec<Copy>) -> Result<Picture, StorageError> {
    let damaged = |error: serde_json::Error| DbErr::Custom(format!("picture {}: {error}", model.id));
    Ok(Picture {
        id: model.id,
        campaign: model.campaign_id,
        alternative: serde_json::from_str(&model.alternative).map_err(damaged)?,
        credit: model.credit.clone(),
        copies,
        created_at: Moment(model.created_at),
    })
}

fn json(words: &Words) -> String {
    serde_json::to_string(words).expect("words are plain strings")
}

/// Stores a picture with the bytes of its copies.
pub async fn insert(db: &impl Connection, new: &Picture, bytes: Vec<Vec<u8>>) -> Result<(), StorageError> {
    let row = picture::ActiveModel {
        id: Set(new.id),
        campaign_id: Set(new.campaign),
        created_at: Set(new.created_at.0),
        alternative: Set(json(&new.alternative)),
        credit: Set(new.credit.clone()),
    };
    picture::Entity::insert(row).exec_without_returning(db).await?;
    for (copy, bytes) in new.copies.iter().zip(bytes) {
        let row = picture_copy::ActiveModel {
            picture_id: Set(new.id),
            width: Set(i32::try_from(copy.width).unwrap_or(i32::MAX)),
            height: Set(i32::try_from(copy.height).unwrap_or(i32::MAX)),
            hash: Set(copy.hash.clone()),
            bytes: Set(bytes),
        };
        picture_copy::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

/// The copies of some pictures, without their bytes, the smallest first.
async fn copies(db: &impl Connection, pictures: Vec<Uuid>) -> Result<Vec<CopyRow>, StorageError> {
    use picture_copy::Column::{Hash, Height, PictureId, Width};
    let rows = picture_copy::Entity::find().select_only().columns([PictureId, Width, Height, Hash]);
    Ok(rows.filter(PictureId.is_in(pictures)).order_by_asc(Width).into_tuple().all(db).await?)
}

/// A picture that is no front of postcards.
pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Picture>, StorageError> {
    let found = picture::Entity::find_by_id(id).filter(is_no_design()).one(db).await?;
    Ok(with_copies(db, found.into_iter().collect()).await?.pop())
}

fn is_no_design() -> Expr {
    picture::Column::Id.not_in_subquery(card_designs::all())
}

/// The pictures of a campaign but for the fronts of its postcards, newest first.
pub async fn list(db: &impl Connection, campaign: i32) -> Result<Vec<Picture>, StorageError> {
    let models = picture::Entity::find()
        .filter(picture::Column::CampaignId.eq(campaign))
        .filter(is_no_design())
        .order_by_desc(picture::Column::CreatedAt)
        .order_by_desc(picture::Column::Id)
        .all(db)
        .await?;
    with_copies(db, models).await
}

/// Pictures by their ids, whatever they are for.
pub async fn list_of(db: &impl Connection, ids: Vec<Uuid>) -> Result<Vec<Picture>, StorageError> {
    let models = picture::Entity::find().filter(picture::Column::Id.is_in(ids)).all(db).await?;
    with_copies(db, models).await
}

async fn with_copies(
    db: &impl Connection,
    models: Vec<picture::Model>,
) -> Result<Vec<Picture>, StorageError> {
    let rows = copies(db, models.iter().map(|model| model.id).collect()).await?;
    let of = |id: Uuid| rows.iter().filter(|row| row.0 == id).cloned().map(copy).collect();
    models.iter().map(|model| read(model, of(model.id))).collect()
}

pub async fn count(db: &impl Connection, campaign: i32) -> Result<u64, StorageError> {
    let these = picture::Entity::find().filter(picture::Column::CampaignId.eq(campaign));
    Ok(these.filter(is_no_design()).count(db).await?)
}

/// What is shown at an address.
pub async fn find_bytes(db: &impl Connection, hash: &str) -> Result<Option<Vec<u8>>, StorageError> {
    let bytes = picture_copy::Entity::find().select_only().column(picture_copy::Column::Bytes);
    Ok(bytes.filter(picture_copy::Column::Hash.eq(hash)).into_tuple().one(db).await?)
}

/// Says something else of a picture.
pub async fn describe(
    db: &impl Connection,
    id: Uuid,
    alternative: &Words,
    credit: &str,
) -> Result<(), StorageError> {
    picture::Entity::update_many()
        .col_expr(picture::Column::Alternative, Expr::value(json(alternative)))
        .col_expr(picture::Column::Credit, Expr::value(credit))
        .filter(picture::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

pub async fn delete(db: &impl Connection, id: Uuid) -> Result<(), StorageError> {
    picture_copy::Entity::delete_many().filter(picture_copy::Column::PictureId.eq(id)).exec(db).await?;
    picture::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Shows a picture at the head of a campaign's page, or none; every node notices.
pub async fn choose(db: &impl Connection, campaign: i32, chosen: Option<Uuid>) -> Result<(), StorageError> {
    campaign::Entity::update_many()
        .col_expr(campaign::Column::PictureId, Expr::value(chosen))
        .col_expr(campaign::Column::Revision, Expr::col(campaign::Column::Revision).add(1))
        .filter(campaign::Column::Id.eq(campaign))
        .exec(db)
        .await?;
    Ok(())
}

/// Shows a picture no more, where it is the one that is shown; every node notices.
pub async fn unchoose(db: &impl Connection, campaign: i32, shown: Uuid) -> Result<(), StorageError> {
    campaign::Entity::update_many()
        .col_expr(campaign::Column::PictureId, Expr::value(None::<Uuid>))
        .col_expr(campaign::Column::Revision, Expr::col(campaign::Column::Revision).add(1))
        .filter(campaign::Column::Id.eq(campaign))
        .filter(campaign::Column::PictureId.eq(shown))
        .exec(db)
        .await?;
    Ok(())
}

/// Has every node read a campaign anew.
pub async fn touch(db: &impl Connection, campaign: i32) -> Result<(), StorageError> {
    campaign::Entity::update_many()
        .col_expr(campaign::Column::Revision, Expr::col(campaign::Column::Revision).add(1))
        .filter(campaign::Column::Id.eq(campaign))
        .exec(db)
        .await?;
    Ok(())
}
