//! What a campaign's figures say of this moment. Each is read from a small index or from grouped counts.

use entity::{outbox, signature, tally_part};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use super::db::{Connection, StorageError};
use super::returns;
use crate::domain::gauge::Gauge;
use crate::domain::moment::{DAY, Moment};
use crate::domain::tally::Dimension;

/// The signatures of a campaign whose mail came back. Above nothing rather than not null, so that the index of those alone
/// is the nearest.
fn bounced(campaign: i32) -> sea_orm::Select<signature::Entity> {
    signature::Entity::find()
        .filter(signature::Column::CampaignId.eq(campaign))
        .filter(signature::Column::BouncedAt.gt(0))
}

/// The mails of a campaign that wait. Written out as in [`returns::count_pending`], so that the index of the queued serves.
fn queued(campaign: i32) -> sea_orm::Select<outbox::Entity> {
    outbox::Entity::find()
        .filter(Expr::cust(format!("+campaign_id = {campaign}")))
        .filter(Expr::cust("state = 'queued'"))
}

/// How many were confirmed in the hours since a day before `now`.
async fn of_the_day(db: &impl Connection, campaign: i32, now: Moment) -> Result<i64, StorageError> {
    use tally_part::Column;
    let rows = tally_part::Entity::find()
        .select_only()
        .column(Column::Counted)
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::Dimension.eq(Dimension::Hour.as_str()))
        .filter(Column::Part.gt((now - DAY).hour()));
    Ok(rows.into_tuple::<i64>().all(db).await?.into_iter().sum())
}

pub async fn read(db: &impl Connection, campaign: i32, now: Moment) -> Result<Gauge, StorageError> {
    let whole = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    Ok(Gauge {
        pending: whole(returns::count_pending(db, campaign).await?),
        bounced: whole(bounced(campaign).count(db).await?),
        queued: whole(queued(campaign).count(db).await?),
        day: of_the_day(db, campaign, now).await?,
    })
}
