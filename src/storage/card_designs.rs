//! Pictures that are the fronts of postcards.

use entity::card_design::{ActiveModel, Column, Entity, Model};
use entity::picture_copy;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use super::pictures;
use crate::domain::moment::Moment;
use crate::domain::postcard::design::Design;

/// The pictures that are designs, for leaving them out elsewhere.
pub(super) fn all() -> SelectStatement {
    Query::select().column(Column::PictureId).from(Entity).to_owned()
}

pub async fn insert(db: &impl Connection, new: &Design, bytes: Vec<Vec<u8>>) -> Result<(), StorageError> {
    pictures::insert(db, &new.picture, bytes).await?;
    let row = ActiveModel {
        picture_id: Set(new.id()),
        campaign_id: Set(new.campaign),
        place: Set(new.place),
        retired_at: Set(new.retired_at.map(|at| at.0)),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

async fn with_pictures(db: &impl Connection, models: Vec<Model>) -> Result<Vec<Design>, StorageError> {
    let ids = models.iter().map(|model| model.picture_id).collect();
    let mut pictures = pictures::list_of(db, ids).await?;
    let design = |model: Model| {
        let at = pictures.iter().position(|picture| picture.id == model.picture_id)?;
        let retired_at = model.retired_at.map(Moment);
        Some(Design {
            campaign: model.campaign_id,
            picture: pictures.swap_remove(at),
            place: model.place,
            retired_at,
        })
    };
    Ok(models.into_iter().filter_map(design).collect())
}

/// The designs of a campaign in their order, the retired ones among them.
pub async fn list(db: &impl Connection, campaign: i32) -> Result<Vec<Design>, StorageError> {
    let models = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .order_by_asc(Column::Place)
        .order_by_asc(Column::PictureId)
        .all(db)
        .await?;
    with_pictures(db, models).await
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Design>, StorageError> {
    let found = Entity::find_by_id(id).one(db).await?;
    Ok(with_pictures(db, found.into_iter().collect()).await?.pop())
}

/// The bytes of its largest copy, which is what is printed: a JPEG.
pub async fn find_print(db: &impl Connection, id: Uuid) -> Result<Option<Vec<u8>>, StorageError> {
    let bytes = picture_copy::Entity::find().select_only().column(picture_copy::Column::Bytes);
    let largest =
        bytes.filter(picture_copy::Column::PictureId.eq(id)).order_by_desc(picture_copy::Column::Width);
    Ok(largest.limit(1).into_tuple().one(db).await?)
}

/// Offers it no more, or again.
pub async fn retire(db: &impl Connection, id: Uuid, at: Option<Moment>) -> Result<(), StorageError> {
    set(db, id, Column::RetiredAt, Expr::value(at.map(|at| at.0))).await
}

/// Puts it at a place among the others.
pub async fn put_at(db: &impl Connection, id: Uuid, place: i32) -> Result<(), StorageError> {
    set(db, id, Column::Place, Expr::value(place)).await
}

async fn set(db: &impl Connection, id: Uuid, column: Column, value: Expr) -> Result<(), StorageError> {
    Entity::update_many().col_expr(column, value).filter(Column::PictureId.eq(id)).exec(db).await?;
    Ok(())
}
