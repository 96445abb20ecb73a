use entity::defence::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Set};

use super::db::{Connection, StorageError};
use crate::domain::defence::{Defence, Mode, Pressure};
use crate::domain::moment::Moment;

impl From<Model> for Defence {
    fn from(model: Model) -> Self {
        Self {
            mode: Mode::parse(&model.mode).unwrap_or_default(),
            asking_until: Moment(model.asking_until),
            pressure: Pressure::parse(&model.reason),
            changed_at: Moment(model.changed_at),
        }
    }
}

/// The campaigns that were ever defended, each by its id.
pub async fn list(db: &impl Connection) -> Result<Vec<(i32, Defence)>, StorageError> {
    let rows = Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|model| (model.campaign_id, model.into())).collect())
}

pub async fn find(db: &impl Connection, campaign: i32) -> Result<Defence, StorageError> {
    Ok(Entity::find_by_id(campaign).one(db).await?.map(Defence::from).unwrap_or_default())
}

/// A node under pressure asks, or goes on asking. What staff have set stays.
pub async fn ask(db: &impl Connection, campaign: i32, defence: &Defence) -> Result<(), StorageError> {
    put(db, campaign, defence, &[Column::AskingUntil, Column::Reason, Column::ChangedAt]).await
}

/// What staff have set, from a calm beginning.
pub async fn set(db: &impl Connection, campaign: i32, defence: &Defence) -> Result<(), StorageError> {
    put(db, campaign, defence, &[Column::Mode, Column::AskingUntil, Column::Reason, Column::ChangedAt]).await
}

async fn put(
    db: &impl Connection,
    campaign: i32,
    defence: &Defence,
    changed: &[Column],
) -> Result<(), StorageError> {
    let model = ActiveModel {
        campaign_id: Set(campaign),
        mode: Set(defence.mode.as_str().to_owned()),
        asking_until: Set(defence.asking_until.0),
        reason: Set(defence.pressure.map_or("", Pressure::as_str).to_owned()),
        changed_at: Set(defence.changed_at.0),
    };
    let known = OnConflict::column(Column::CampaignId).update_columns(changed.iter().copied()).to_owned();
    Entity::insert(model).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}
