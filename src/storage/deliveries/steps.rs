//! When deliveries were handed over and acknowledged.

use entity::{delivered, delivery_photo, delivery_step};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::{Of, wrong};
use crate::domain::delivery::Stage;
use crate::domain::delivery::handover::{Step, Way};
use crate::domain::moment::Moment;
use crate::storage::db::{Connection, StorageError};

fn stored(model: delivery_step::Model) -> Result<Step, StorageError> {
    Ok(Step {
        id: model.id,
        campaign: model.campaign_id,
        delivery: model.delivery,
        stage: Stage::parse(&model.stage).ok_or_else(|| wrong("unknown stage of a step"))?,
        way: Way::parse(&model.way).ok_or_else(|| wrong("unknown way"))?,
        at: Moment(model.at),
        sealed: model.sealed,
        account: model.account_id,
        created_at: Moment(model.created_at),
    })
}

pub async fn insert(db: &impl Connection, new: &Step) -> Result<(), StorageError> {
    let row = delivery_step::ActiveModel {
        id: Set(new.id),
        campaign_id: Set(new.campaign),
        delivery: Set(new.delivery),
        stage: Set(new.stage.as_str().to_owned()),
        way: Set(new.way.as_str().to_owned()),
        at: Set(new.at.0),
        sealed: Set(new.sealed.clone()),
        account_id: Set(new.account),
        created_at: Set(new.created_at.0),
    };
    delivery_step::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Step>, StorageError> {
    delivery_step::Entity::find_by_id(id).one(db).await?.map(stored).transpose()
}

/// Those of a delivery, in their order.
pub async fn list(db: &impl Connection, (campaign, delivery): Of) -> Result<Vec<Step>, StorageError> {
    let all = list_all(db, campaign).await?.into_iter();
    Ok(all.filter(|step| step.delivery == delivery).collect())
}

/// Those of all deliveries of a campaign, in their order.
pub async fn list_all(db: &impl Connection, campaign: i32) -> Result<Vec<Step>, StorageError> {
    use delivery_step::{Column, Entity};
    let found = Entity::find().filter(Column::CampaignId.eq(campaign));
    let rows = found.order_by_asc(Column::CreatedAt).order_by_desc(Column::Stage).all(db).await?;
    rows.into_iter().map(stored).collect()
}

/// Takes a step away, with its photo.
pub async fn delete(db: &impl Connection, id: Uuid) -> Result<(), StorageError> {
    delivery_photo::Entity::delete_by_id(id).exec(db).await?;
    delivery_step::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

pub async fn put_photo(db: &impl Connection, step: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    let row = delivery_photo::ActiveModel { step_id: Set(step), sealed: Set(sealed) };
    delivery_photo::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find_photo(db: &impl Connection, step: Uuid) -> Result<Option<Vec<u8>>, StorageError> {
    Ok(delivery_photo::Entity::find_by_id(step).one(db).await?.map(|row| row.sealed))
}

/// The campaigns of which steps are kept.
pub async fn list_campaigns(db: &impl Connection) -> Result<Vec<i32>, StorageError> {
    use delivery_step::{Column, Entity};
    let rows = Entity::find().select_only().column(Column::CampaignId).distinct();
    Ok(rows.into_tuple().all(db).await?)
}

/// The steps that have a photo.
pub async fn list_photos(db: &impl Connection) -> Result<Vec<Uuid>, StorageError> {
    use delivery_photo::{Column, Entity};
    Ok(Entity::find().select_only().column(Column::StepId).into_tuple().all(db).await?)
}

pub async fn reseal(db: &impl Connection, id: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    use delivery_step::{Column, Entity};
    let resealed = Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    resealed.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

pub async fn reseal_photo(db: &impl Connection, step: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    use delivery_photo::{Column, Entity};
    let resealed = Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    resealed.filter(Column::StepId.eq(step)).exec(db).await?;
    Ok(())
}

/// What the public is told of a campaign's deliveries has changed.
pub async fn moved(db: &impl Connection, campaign: i32) -> Result<(), StorageError> {
    use delivered::{ActiveModel, Column, Entity};
    let row = ActiveModel { campaign_id: Set(campaign), revision: Set(1) };
    let mut known = OnConflict::column(Column::CampaignId);
    known.value(Column::Revision, Expr::col((delivered::Entity, Column::Revision)).add(1));
    Entity::insert(row).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

/// The campaigns that have delivered something, with how often that has changed.
pub async fn list_revisions(db: &impl Connection) -> Result<Vec<(i32, i32)>, StorageError> {
    use delivered::{Column, Entity};
    let rows = Entity::find().select_only().columns([Column::CampaignId, Column::Revision]);
    Ok(rows.into_tuple().all(db).await?)
}
