//! The sheets of signatures that are typed in.

use std::collections::BTreeMap;

use entity::signature_sheet::{ActiveModel, Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use super::Of;
use crate::domain::moment::Moment;
use crate::storage::db::{Connection, StorageError};

/// When a sheet was opened, and by whom.
#[derive(Clone, Copy, Debug)]
pub struct Opened {
    pub number: i32,
    pub by: Option<Uuid>,
    pub at: Moment,
}

pub async fn insert(db: &impl Connection, (campaign, batch): Of, opened: Opened) -> Result<(), StorageError> {
    let row = ActiveModel {
        campaign_id: Set(campaign),
        batch: Set(batch),
        number: Set(opened.number),
        opened_by: Set(opened.by),
        opened_at: Set(opened.at.0),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(
    db: &impl Connection,
    (campaign, batch): Of,
    number: i32,
) -> Result<Option<Opened>, StorageError> {
    let found = Entity::find_by_id((campaign, batch, number)).one(db).await?;
    Ok(found.map(|row| Opened { number: row.number, by: row.opened_by, at: Moment(row.opened_at) }))
}

/// Those of a batch by their numbers.
pub async fn list(
    db: &impl Connection,
    (campaign, batch): Of,
) -> Result<BTreeMap<i32, Opened>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::Batch.eq(batch));
    let rows = found.order_by_asc(Column::Number).all(db).await?;
    let opened = rows.into_iter().map(|row| Opened {
        number: row.number,
        by: row.opened_by,
        at: Moment(row.opened_at),
    });
    Ok(opened.map(|opened| (opened.number, opened)).collect())
}
