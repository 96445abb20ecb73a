use entity::suppression::{ActiveModel, Column, Entity};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use super::db::{Connection, StorageError};
use crate::domain::household::Index;
use crate::domain::moment::Moment;

/// No more mail to this address about this campaign.
pub async fn insert(
    db: &impl Connection,
    campaign: i32,
    email: Index,
    reason: &str,
    now: Moment,
) -> Result<(), StorageError> {
    let model = ActiveModel {
        campaign_id: Set(campaign),
        email_index: Set(email.to_vec()),
        reason: Set(reason.to_owned()),
        created_at: Set(now.0),
    };
    let known = OnConflict::columns([Column::CampaignId, Column::EmailIndex]).do_nothing().to_owned();
    Entity::insert_many([model]).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

/// Whether the address, under any of the keys, gets no mail about the campaign.
pub async fn has(db: &impl Connection, campaign: i32, email: Vec<Index>) -> Result<bool, StorageError> {
    let found = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::EmailIndex.is_in(email.into_iter().map(|index| index.to_vec())))
        .one(db)
        .await?;
    Ok(found.is_some())
}
