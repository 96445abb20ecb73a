//! How many forms were taken in, hour by hour. Counted from time to time from the newest signatures alone, never while
//! somebody signs.

use entity::arrival;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use super::groups::{self, Grouping};
use super::hours;
use crate::domain::moment::{HOUR, Moment};

const HOUR_MS: i64 = 3_600_000;

/// The hours of a campaign and how many signed in each.
pub async fn list(db: &impl Connection, campaign: i32) -> Result<Vec<(String, i64)>, StorageError> {
    use arrival::Column;
    let text = arrival::Entity::find()
        .select_only()
        .column_as(hours::joined(db, "hour", "signed"), "hours")
        .filter(Column::CampaignId.eq(campaign));
    Ok(hours::parted(text.into_tuple::<Option<String>>().one(db).await?.flatten()))
}

/// The smallest id that a signature of this moment can have: ids begin with their time.
fn first_id(at: Moment) -> Uuid {
    Uuid::from_u128(u128::from(at.0.unsigned_abs()) << 80)
}

/// Counts the hours anew from the one before the last that is known: a signature may be stored a little after it was made.
pub async fn count(db: &impl Connection, campaign: i32) -> Result<Vec<(String, i64)>, StorageError> {
    let last = arrival::Entity::find()
        .select_only()
        .column(arrival::Column::Hour)
        .filter(arrival::Column::CampaignId.eq(campaign))
        .order_by_desc(arrival::Column::Hour)
        .into_tuple::<String>()
        .one(db)
        .await?;
    let from = last.and_then(|hour| Moment::of_hour(&hour)).map_or(Moment(0), |at| at - HOUR);
    let by_hour =
        Grouping { alike: "CAST(s.created_at / 3600000 AS TEXT)", also: "TRUE", which: "s.id >= $2" };
    let groups = groups::count(db, &by_hour, vec![campaign.into(), first_id(from).into()]).await?;
    let hour = |(hour, signed, _): &(String, i64, i64)| {
        Some((Moment(hour.parse::<i64>().ok()? * HOUR_MS).hour(), *signed))
    };
    Ok(groups.iter().filter_map(hour).collect())
}

/// Writes down hours as they were counted.
pub async fn keep(
    db: &impl Connection,
    campaign: i32,
    hours: Vec<(String, i64)>,
) -> Result<(), StorageError> {
    use arrival::Column;
    let rows: Vec<_> = hours
        .into_iter()
        .map(|(hour, signed)| arrival::ActiveModel {
            campaign_id: Set(campaign),
            hour: Set(hour),
            signed: Set(signed),
        })
        .collect();
    for some in rows.chunks(500) {
        let anew =
            OnConflict::columns([Column::CampaignId, Column::Hour]).update_column(Column::Signed).to_owned();
        arrival::Entity::insert_many(some.to_vec()).on_conflict(anew).exec_without_returning(db).await?;
    }
    Ok(())
}
