use entity::suppression::{ActiveModel, Column, Entity};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};

use super::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes};
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

/// Those of these addresses that get no mail about the campaign.
pub async fn list(
    db: &impl Connection,
    campaign: i32,
    emails: Vec<Index>,
) -> Result<Vec<Index>, StorageError> {
    let mut found = Vec::new();
    for some in in_fixed_sizes(emails, MOST_ROWS) {
        let rows: Vec<Vec<u8>> = Entity::find()
            .select_only()
            .column(Column::EmailIndex)
            .filter(Column::CampaignId.eq(campaign))
            .filter(Column::EmailIndex.is_in(some.into_iter().map(|index| index.to_vec())))
            .into_tuple()
            .all(db)
            .await?;
        found.extend(rows.into_iter().filter_map(|bytes| Index::try_from(bytes).ok()));
    }
    Ok(found)
}
