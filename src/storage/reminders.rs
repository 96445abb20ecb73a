//! What the team was reminded of, and who wants to be.

use entity::reminder::{ActiveModel, Column, Entity};
use entity::{reminder_choice as choice, reminder_watch as watch};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::occasion::{Occasion, Sight};

/// How a campaign stood when it was last looked at.
pub async fn find_sight(db: &impl Connection, campaign: i32) -> Result<Option<Sight>, StorageError> {
    let found = watch::Entity::find_by_id(campaign).one(db).await?;
    Ok(found.map(|row| Sight { counted: row.counted, at: Moment(row.looked_at) }))
}

/// Looks at a campaign for the first time.
pub async fn begin(db: &impl Connection, campaign: i32, now: Sight) -> Result<(), StorageError> {
    let model = watch::ActiveModel {
        campaign_id: Set(campaign),
        counted: Set(now.counted),
        looked_at: Set(now.at.0),
    };
    let known = OnConflict::column(watch::Column::CampaignId).do_nothing().to_owned();
    watch::Entity::insert_many([model]).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

/// Looks again; whether nobody else has since the last look.
pub async fn look(
    db: &impl Connection,
    campaign: i32,
    before: Sight,
    now: Sight,
) -> Result<bool, StorageError> {
    let done = watch::Entity::update_many()
        .col_expr(watch::Column::Counted, Expr::value(now.counted))
        .col_expr(watch::Column::LookedAt, Expr::value(now.at.0))
        .filter(watch::Column::CampaignId.eq(campaign))
        .filter(watch::Column::LookedAt.eq(before.at.0).and(watch::Column::Counted.eq(before.counted)))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Puts an occasion on record and returns its number; none where the team has been told of it before.
pub async fn insert(
    db: &impl Connection,
    campaign: i32,
    occasion: &Occasion,
    now: Moment,
) -> Result<Option<i16>, StorageError> {
    let last: Option<i16> = Entity::find()
        .select_only()
        .column(Column::Number)
        .filter(Column::CampaignId.eq(campaign))
        .order_by_desc(Column::Number)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    let number = last.unwrap_or(0) + 1;
    let model = ActiveModel {
        campaign_id: Set(campaign),
        number: Set(number),
        occasion: Set(occasion.to_string()),
        created_at: Set(now.0),
    };
    let known = OnConflict::columns([Column::CampaignId, Column::Occasion]).do_nothing().to_owned();
    let stored = Entity::insert_many([model]).on_conflict(known).exec_without_returning(db).await?;
    Ok((stored == 1).then_some(number))
}

pub async fn find(
    db: &impl Connection,
    campaign: i32,
    number: i16,
) -> Result<Option<Occasion>, StorageError> {
    let found = Entity::find_by_id((campaign, number)).one(db).await?;
    Ok(found.and_then(|row| Occasion::parse(&row.occasion)))
}

/// What somebody chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub milestones: bool,
    pub dates: bool,
    /// Silent addressees, and days to follow up.
    pub follow_ups: bool,
    pub lang: Lang,
}

pub async fn find_choice(db: &impl Connection, account: Uuid) -> Result<Option<Choice>, StorageError> {
    let found = choice::Entity::find_by_id(account).one(db).await?;
    Ok(found.map(|row| Choice {
        milestones: row.milestones,
        dates: row.dates,
        follow_ups: row.follow_ups,
        lang: row.lang.parse().unwrap_or(Lang::En),
    }))
}

pub async fn put_choice(db: &impl Connection, account: Uuid, chosen: Choice) -> Result<(), StorageError> {
    use choice::Column;
    let model = choice::ActiveModel {
        account_id: Set(account),
        milestones: Set(chosen.milestones),
        dates: Set(chosen.dates),
        follow_ups: Set(chosen.follow_ups),
        lang: Set(chosen.lang.code().to_owned()),
    };
    let known = OnConflict::column(Column::AccountId)
        .update_columns([Column::Milestones, Column::Dates, Column::FollowUps, Column::Lang])
        .to_owned();
    choice::Entity::insert_many([model]).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}
