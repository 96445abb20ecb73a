use entity::{tally, tally_part};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, Set};

use super::db::{Connection, StorageError, locks_rows};
use super::{hours, notices};
use crate::domain::moment::Moment;
use crate::domain::source::Source;
use crate::domain::tally::{Change, Dimension, Side, Sides};

/// The count as stored. `revision` rises with every change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub campaign: i32,
    pub online: i64,
    pub sides: Sides,
    pub revision: i64,
}

impl From<tally::Model> for Count {
    fn from(model: tally::Model) -> Self {
        let sides = Sides {
            paper: model.paper,
            cards_online: model.cards_online,
            cards_paper: model.cards_paper,
            cards_sent: model.cards_sent,
        };
        Self { campaign: model.campaign_id, online: model.online, sides, revision: model.revision }
    }
}

/// A count of nothing, for a new campaign.
pub async fn insert(db: &impl Connection, campaign: i32, now: Moment) -> Result<(), StorageError> {
    let model = tally::ActiveModel {
        campaign_id: Set(campaign),
        online: Set(0),
        paper: Set(0),
        cards_online: Set(0),
        cards_paper: Set(0),
        cards_sent: Set(0),
        revision: Set(0),
        changed_at: Set(now.0),
    };
    tally::Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

pub async fn list(db: &impl Connection) -> Result<Vec<Count>, StorageError> {
    Ok(tally::Entity::find().all(db).await?.into_iter().map(Count::from).collect())
}

pub async fn find(db: &impl Connection, campaign: i32) -> Result<Count, StorageError> {
    Ok(tally::Entity::find_by_id(campaign).one(db).await?.map(Count::from).unwrap_or_default())
}

/// The count, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, campaign: i32) -> Result<Count, StorageError> {
    let mut found = tally::Entity::find_by_id(campaign);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    Ok(found.one(db).await?.map(Count::from).unwrap_or_default())
}

/// Moves the whole and its parts together and returns the count after it.
pub async fn apply(
    db: &impl Connection,
    campaign: i32,
    change: &Change,
    now: Moment,
) -> Result<Count, StorageError> {
    tally::Entity::update_many()
        .col_expr(tally::Column::Online, Expr::col(tally::Column::Online).add(change.online))
        .col_expr(tally::Column::Revision, Expr::col(tally::Column::Revision).add(1))
        .col_expr(tally::Column::ChangedAt, Expr::value(now.0))
        .filter(tally::Column::CampaignId.eq(campaign))
        .exec(db)
        .await?;
    let parts = change.parts.iter().map(|((dimension, part), by)| tally_part::ActiveModel {
        campaign_id: Set(campaign),
        dimension: Set(dimension.as_str().to_owned()),
        part: Set(part.clone()),
        counted: Set(*by),
    });
    let key = [tally_part::Column::CampaignId, tally_part::Column::Dimension, tally_part::Column::Part];
    let moved =
        Expr::col((tally_part::Entity, tally_part::Column::Counted)).add(Expr::cust("excluded.counted"));
    let add = OnConflict::columns(key).value(tally_part::Column::Counted, moved).to_owned();
    if !change.parts.is_empty() {
        tally_part::Entity::insert_many(parts).on_conflict(add).exec_without_returning(db).await?;
    }
    let count = find_to_change(db, campaign).await?;
    notices::tell(db, count).await?;
    Ok(count)
}

/// Moves what is counted beside the signatures given online, and returns the count after it.
pub async fn add(
    db: &impl Connection,
    campaign: i32,
    (side, by): (Side, i64),
    now: Moment,
) -> Result<Count, StorageError> {
    let column = match side {
        Side::Paper => tally::Column::Paper,
        Side::CardsOnline => tally::Column::CardsOnline,
        Side::CardsPaper => tally::Column::CardsPaper,
        Side::CardsSent => tally::Column::CardsSent,
    };
    tally::Entity::update_many()
        .col_expr(column, Expr::col(column).add(by))
        .col_expr(tally::Column::Revision, Expr::col(tally::Column::Revision).add(1))
        .col_expr(tally::Column::ChangedAt, Expr::value(now.0))
        .filter(tally::Column::CampaignId.eq(campaign))
        .exec(db)
        .await?;
    let count = find_to_change(db, campaign).await?;
    notices::tell(db, count).await?;
    Ok(count)
}

/// What has led to signatures that are counted, with the campaign of each.
pub async fn list_sources(db: &impl Connection) -> Result<Vec<(i32, Source)>, StorageError> {
    use tally_part::Column;
    let rows = tally_part::Entity::find()
        .select_only()
        .columns([Column::CampaignId, Column::Part])
        .filter(Column::Dimension.eq(Dimension::Source.as_str()));
    let rows: Vec<(i32, String)> = rows.into_tuple().all(db).await?;
    Ok(rows.into_iter().map(|(campaign, source)| (campaign, Source::parse(&source))).collect())
}

/// The hours of a campaign and how many confirmed in each.
pub async fn list_hours(db: &impl Connection, campaign: i32) -> Result<Vec<(String, i64)>, StorageError> {
    use tally_part::Column;
    let text = tally_part::Entity::find()
        .select_only()
        .column_as(hours::joined(db, "part", "counted"), "hours")
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::Dimension.eq(Dimension::Hour.as_str()));
    Ok(hours::parted(text.into_tuple::<Option<String>>().one(db).await?.flatten()))
}

/// The parts of a count in the dimensions given: dimension, part, how many.
pub async fn list_parts_of(
    db: &impl Connection,
    campaign: i32,
    dimensions: &[Dimension],
) -> Result<Vec<(String, String, i64)>, StorageError> {
    use tally_part::Column;
    let rows = tally_part::Entity::find()
        .select_only()
        .columns([Column::Dimension, Column::Part, Column::Counted])
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::Dimension.is_in(dimensions.iter().map(|dimension| dimension.as_str())));
    Ok(rows.into_tuple().all(db).await?)
}

/// All parts of a count: dimension, part, how many.
pub async fn list_parts(
    db: &impl Connection,
    campaign: i32,
) -> Result<Vec<(String, String, i64)>, StorageError> {
    use tally_part::Column;
    let rows = tally_part::Entity::find()
        .select_only()
        .columns([Column::Dimension, Column::Part, Column::Counted])
        .filter(Column::CampaignId.eq(campaign));
    Ok(rows.into_tuple().all(db).await?)
}
