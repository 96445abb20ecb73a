//! The ledger of paper: batches, what was counted of them, and the sheets that were typed in.

pub mod entries;
pub mod rows;
pub mod scans;
pub mod sheets;
pub mod signatories;

use entity::batch::{ActiveModel, Column, Entity, Model};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::ledger::{Batch, Kind};
use crate::domain::moment::Moment;

/// A batch by its campaign and its number.
pub type Of = (i32, i32);

fn wrong(what: &str) -> StorageError {
    DbErr::Custom(format!("the ledger: {what}")).into()
}

fn stored(model: Model) -> Result<Batch, StorageError> {
    Ok(Batch {
        campaign: model.campaign_id,
        number: model.number,
        kind: Kind::parse(&model.kind).ok_or_else(|| wrong("unknown kind"))?,
        label: model.label,
        opened_by: model.opened_by,
        opened_at: Moment(model.opened_at),
    })
}

pub async fn insert(db: &impl Connection, batch: &Batch) -> Result<(), StorageError> {
    let row = ActiveModel {
        campaign_id: Set(batch.campaign),
        number: Set(batch.number),
        kind: Set(batch.kind.as_str().to_owned()),
        label: Set(batch.label.clone()),
        opened_by: Set(batch.opened_by),
        opened_at: Set(batch.opened_at.0),
        scans: Set(0),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, of: Of) -> Result<Option<Batch>, StorageError> {
    Entity::find_by_id(of).one(db).await?.map(stored).transpose()
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, of: Of) -> Result<Option<Batch>, StorageError> {
    let mut found = Entity::find_by_id(of);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.map(stored).transpose()
}

/// The batch that was opened last.
pub async fn find_last(db: &impl Connection, campaign: i32) -> Result<Option<Batch>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).order_by_desc(Column::Number);
    found.limit(1).one(db).await?.map(stored).transpose()
}

/// All of a campaign, newest first.
pub async fn list(db: &impl Connection, campaign: i32) -> Result<Vec<Batch>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).order_by_desc(Column::Number);
    found.all(db).await?.into_iter().map(stored).collect()
}
