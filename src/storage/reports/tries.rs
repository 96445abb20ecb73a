//! Reports that somebody of the team sends to themselves.

use entity::report_try::{ActiveModel, Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};
use uuid::Uuid;

use super::{Of, wrong};
use crate::domain::moment::Moment;
use crate::domain::report::Facts;
use crate::storage::db::{Connection, StorageError};

/// A report as it was when somebody asked for it.
pub struct Try {
    pub id: Uuid,
    pub of: Of,
    pub account: Uuid,
    pub facts: Facts,
    pub created_at: Moment,
}

pub async fn insert(db: &impl Connection, new: &Try) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(new.id),
        campaign_id: Set(new.of.0),
        report: Set(new.of.1),
        account_id: Set(new.account),
        facts: Set(serde_json::to_string(&new.facts).map_err(|_| wrong("not written"))?),
        created_at: Set(new.created_at.0),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Try>, StorageError> {
    let Some(row) = Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    Ok(Some(Try {
        id: row.id,
        of: (row.campaign_id, row.report),
        account: row.account_id,
        facts: serde_json::from_str(&row.facts).map_err(|_| wrong("unreadable facts"))?,
        created_at: Moment(row.created_at),
    }))
}

/// Whether somebody has asked for a report since a moment.
pub async fn is_asked_since(
    db: &impl Connection,
    (campaign, report): Of,
    account: Uuid,
    since: Moment,
) -> Result<bool, StorageError> {
    let found = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::Report.eq(report))
        .filter(Column::AccountId.eq(account))
        .filter(Column::CreatedAt.gt(since.0));
    Ok(found.count(db).await? > 0)
}

pub async fn purge(db: &impl Connection, before: Moment) -> Result<(), StorageError> {
    Entity::delete_many().filter(Column::CreatedAt.lt(before.0)).exec(db).await?;
    Ok(())
}
