use entity::card_offer::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::OnConflict;
use sea_orm::{DbErr, EntityTrait, QuerySelect, Set};

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::postcard::Offer;

fn offer(model: &Model) -> Result<Offer, StorageError> {
    let damaged = |error: serde_json::Error| DbErr::Custom(format!("offer {}: {error}", model.campaign_id));
    Ok(Offer {
        revision: model.revision,
        offered: model.offered,
        officials: serde_json::from_str(&model.officials).map_err(damaged)?,
        by_riding: model.by_riding,
        elections: model.elections,
        suggestion: serde_json::from_str(&model.suggestion).map_err(damaged)?,
    })
}

pub async fn find(db: &impl Connection, campaign: i32) -> Result<Option<Offer>, StorageError> {
    Entity::find_by_id(campaign).one(db).await?.as_ref().map(offer).transpose()
}

/// The same, kept from others until the transaction ends, so that two who write at once are told apart.
pub async fn find_to_change(db: &impl Connection, campaign: i32) -> Result<Option<Offer>, StorageError> {
    let mut found = Entity::find_by_id(campaign);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.as_ref().map(offer).transpose()
}

/// Stores what organisers set, with its revision.
pub async fn put(db: &impl Connection, campaign: i32, offer: &Offer) -> Result<(), StorageError> {
    let model = ActiveModel {
        campaign_id: Set(campaign),
        revision: Set(offer.revision),
        offered: Set(offer.offered),
        officials: Set(serde_json::to_string(&offer.officials).expect("ids are plain")),
        by_riding: Set(offer.by_riding),
        elections: Set(offer.elections),
        suggestion: Set(serde_json::to_string(&offer.suggestion).expect("words are plain strings")),
    };
    let mut known = OnConflict::column(Column::CampaignId);
    known.update_columns([
        Column::Revision,
        Column::Offered,
        Column::Officials,
        Column::ByRiding,
        Column::Elections,
        Column::Suggestion,
    ]);
    Entity::insert(model).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

/// The campaigns that have an offer, with its revision: enough to see what has changed.
pub async fn list_revisions(db: &impl Connection) -> Result<Vec<(i32, i32)>, StorageError> {
    let rows = Entity::find().select_only().columns([Column::CampaignId, Column::Revision]);
    Ok(rows.into_tuple().all(db).await?)
}
