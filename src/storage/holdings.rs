//! How many rows of some campaigns have been kept long enough: what their organisation is shown of it.

use entity::{outbox, repeat, session, signature, spent_challenge, usage};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::db::{Connection, StorageError};
use crate::domain::moment::Moment;

pub async fn count_lapsed(db: &impl Connection, campaigns: &[i32], now: Moment) -> Result<u64, StorageError> {
    use signature::{Column, Entity};
    let these = Entity::find().filter(Column::CampaignId.is_in(campaigns.iter().copied()));
    Ok(these.filter(Expr::cust("state = 'pending'")).filter(Column::ExpiresAt.lte(now.0)).count(db).await?)
}

pub async fn count_repeats(
    db: &impl Connection,
    campaigns: &[i32],
    now: Moment,
) -> Result<u64, StorageError> {
    use repeat::{Column, Entity};
    let these = Entity::find().filter(Column::CampaignId.is_in(campaigns.iter().copied()));
    Ok(these.filter(Column::ExpiresAt.lte(now.0)).count(db).await?)
}

pub async fn count_networks(
    db: &impl Connection,
    campaigns: &[i32],
    before: Moment,
) -> Result<u64, StorageError> {
    use signature::{Column, Entity};
    let these = Entity::find().filter(Column::CampaignId.is_in(campaigns.iter().copied()));
    let these = these.filter(Column::NetworkIndex.is_not_null()).filter(Column::CreatedAt.lt(before.0));
    Ok(these.count(db).await?)
}

pub async fn count_mails(
    db: &impl Connection,
    campaigns: &[i32],
    before: Moment,
) -> Result<u64, StorageError> {
    use outbox::{Column, Entity};
    let these = Entity::find().filter(Column::CampaignId.is_in(campaigns.iter().copied()));
    Ok(these.filter(Column::EndedAt.lt(before.0)).count(db).await?)
}

/// Sessions, shares of limits and spent proofs of work that are over, of the whole installation.
pub async fn count_over(
    db: &impl Connection,
    (ended, expired): (Moment, Moment),
) -> Result<(u64, u64, u64), StorageError> {
    let sessions = session::Entity::find().filter(session::Column::ExpiresAt.lte(ended.0)).count(db).await?;
    let usage = usage::Entity::find().filter(usage::Column::EndsAt.lte(ended.0)).count(db).await?;
    let spent = spent_challenge::Entity::find();
    let spent = spent.filter(spent_challenge::Column::ExpiresAt.lt(expired.0)).count(db).await?;
    Ok((sessions, usage, spent))
}
