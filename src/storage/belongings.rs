//! Whose a row is, whatever it is.

use entity::{message, postcard, ruling, sign_on, signature};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes};

/// The first of these campaigns that has one of these ids among its signatures, sign-ons, postcards, messages and rulings. Their keys begin
/// with the campaign, so that nobody goes through them all.
pub async fn find_owner(
    db: &impl Connection,
    campaigns: &[i32],
    ids: &[Uuid],
) -> Result<Option<i32>, StorageError> {
    macro_rules! owner {
        ($table:ident, $ids:expr) => {{
            let owners = $table::Entity::find().select_only().column($table::Column::CampaignId);
            let theirs = $table::Column::CampaignId.is_in(campaigns.iter().copied());
            let named = $table::Column::Id.is_in($ids.iter().copied());
            let found: Option<i32> =
                owners.filter(theirs).filter(named).limit(1).into_tuple().one(db).await?;
            if found.is_some() {
                return Ok(found);
            }
        }};
    }
    if campaigns.is_empty() {
        return Ok(None);
    }
    for some in in_fixed_sizes(ids.to_vec(), MOST_ROWS) {
        owner!(signature, some);
        owner!(sign_on, some);
        owner!(postcard, some);
        owner!(message, some);
        owner!(ruling, some);
    }
    Ok(None)
}
