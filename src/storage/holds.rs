//! Signatures that moderators hold.

use entity::signature::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::db::{Connection, MOST_ROWS, StorageError, among, in_fixed_sizes};
use crate::domain::signature::{HoldReason, State};

/// Counted signatures wait for review; that they are off the count is the caller's to do.
pub async fn hold(db: &impl Connection, campaign: i32, ids: Vec<Uuid>) -> Result<(), StorageError> {
    for some in in_fixed_sizes(ids, MOST_ROWS) {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(State::Held.as_str()))
            .col_expr(Column::HoldReason, Expr::value(HoldReason::Moderator.as_str()))
            .filter(Column::CampaignId.eq(campaign))
            .filter(among(db, Column::Id, some))
            .filter(Column::State.eq(State::Confirmed.as_str()))
            .exec(db)
            .await?;
    }
    Ok(())
}
