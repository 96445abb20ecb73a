//! The links by which offices come to their deliveries.

use entity::handover::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::Of;
use crate::domain::delivery::handover::Handover;
use crate::domain::moment::Moment;
use crate::storage::db::{Connection, StorageError, locks_rows};

fn stored(model: Model) -> Handover {
    Handover {
        id: model.id,
        campaign: model.campaign_id,
        delivery: model.delivery,
        passphrase: model.passphrase,
        wrong: model.wrong,
        locked_until: Moment(model.locked_until),
        expires_at: Moment(model.expires_at),
        made_by: model.made_by,
        created_at: Moment(model.created_at),
        opened_at: model.opened_at.map(Moment),
        ended_at: model.ended_at.map(Moment),
    }
}

pub async fn insert(db: &impl Connection, new: &Handover) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(new.id),
        campaign_id: Set(new.campaign),
        delivery: Set(new.delivery),
        passphrase: Set(new.passphrase.clone()),
        wrong: Set(new.wrong),
        locked_until: Set(new.locked_until.0),
        expires_at: Set(new.expires_at.0),
        made_by: Set(new.made_by),
        created_at: Set(new.created_at.0),
        opened_at: Set(None),
        ended_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Handover>, StorageError> {
    Ok(Entity::find_by_id(id).one(db).await?.map(stored))
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, id: Uuid) -> Result<Option<Handover>, StorageError> {
    let mut found = Entity::find_by_id(id);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    Ok(found.one(db).await?.map(stored))
}

/// The links of a delivery, newest first.
pub async fn list(db: &impl Connection, (campaign, delivery): Of) -> Result<Vec<Handover>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::Delivery.eq(delivery));
    let rows = found.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id).all(db).await?;
    Ok(rows.into_iter().map(stored).collect())
}

/// Writes down how far the attempts are, whether somebody has come in, and whether they have ended it.
pub async fn save_attempts(db: &impl Connection, one: &Handover) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::Wrong, Expr::value(one.wrong))
        .col_expr(Column::LockedUntil, Expr::value(one.locked_until.0))
        .col_expr(Column::OpenedAt, Expr::value(one.opened_at.map(|at| at.0)))
        .col_expr(Column::EndedAt, Expr::value(one.ended_at.map(|at| at.0)))
        .filter(Column::Id.eq(one.id))
        .exec(db)
        .await?;
    Ok(())
}

/// The links of a delivery lead nowhere from now on; how many did until now.
pub async fn end(db: &impl Connection, (campaign, delivery): Of, now: Moment) -> Result<u64, StorageError> {
    let ended = Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(now.0))
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::Delivery.eq(delivery))
        .filter(Column::EndedAt.is_null())
        .filter(Column::ExpiresAt.gt(now.0));
    Ok(ended.exec(db).await?.rows_affected)
}

/// The deliveries to which a link leads still: what is fetched by it is kept until then.
pub async fn list_open(db: &impl Connection, now: Moment) -> Result<Vec<Of>, StorageError> {
    let open = Entity::find()
        .select_only()
        .columns([Column::CampaignId, Column::Delivery])
        .filter(Column::EndedAt.is_null())
        .filter(Column::ExpiresAt.gt(now.0));
    Ok(open.into_tuple().all(db).await?)
}
