//! What reports count, and whose comments they tell.

use futures_util::TryStreamExt;
use sea_orm::{Statement, StreamTrait};
use uuid::Uuid;

use crate::domain::delivery::census::Cell;
use crate::domain::moment::Moment;
use crate::storage::db::{Connection, Db, StorageError};
use crate::storage::deliveries::census::{CELLS, cell};
use crate::storage::groups::{self, Grouping};

const UNTIL: Grouping<'_> =
    Grouping { alike: CELLS, also: "TRUE", which: "s.state = 'confirmed' AND s.confirmed_at <= $2" };

/// How many had signed online at a moment, and from where.
pub async fn list_cells(
    db: &impl Connection,
    campaign: i32,
    until: Moment,
) -> Result<Vec<Cell>, StorageError> {
    let groups = groups::count(db, &UNTIL, vec![campaign.into(), until.0.into()]).await?;
    Ok(groups.iter().map(|(told, many, _)| cell(told, *many)).collect())
}

const SINCE: &str = "SELECT COUNT(*) FROM signature WHERE campaign_id = $1 AND state = 'confirmed' \
    AND confirmed_at > $2 AND confirmed_at <= $3";

/// How many have signed online after a moment and until another.
pub async fn count_since(
    db: &impl Connection,
    campaign: i32,
    (since, until): (Moment, Moment),
) -> Result<i64, StorageError> {
    let values = [campaign.into(), since.0.into(), until.0.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), SINCE, values);
    let row = db.query_one_raw(statement).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0))
}

/// Somebody who signed online, as they are read one after the other.
pub struct Signed {
    pub id: Uuid,
    pub confirmed_at: Moment,
    /// The person, sealed.
    pub sealed: Vec<u8>,
}

const SIGNED: &str = "SELECT id, confirmed_at, sealed FROM signature WHERE campaign_id = $1 AND state = 'confirmed' \
    AND confirmed_at > $2 AND confirmed_at <= $3";

/// Hands over those who signed these versions of the text after a moment and until another, in no order: a million of them take
/// no room.
pub async fn each_signed(
    db: &Db,
    campaign: i32,
    (since, until): (Moment, Moment),
    versions: &[i32],
    mut take: impl FnMut(Signed) + Send,
) -> Result<(), StorageError> {
    if versions.is_empty() {
        return Ok(());
    }
    let versions: Vec<String> = versions.iter().map(i32::to_string).collect();
    let sql = format!("{SIGNED} AND text_version IN ({})", versions.join(", "));
    let db = db.apart();
    let values = [campaign.into(), since.0.into(), until.0.into()];
    let statement = Statement::from_sql_and_values(Connection::get_database_backend(db), sql, values);
    let mut rows = db.stream_raw(statement).await?;
    while let Some(row) = rows.try_next().await? {
        take(Signed {
            id: row.try_get_by_index(0)?,
            confirmed_at: Moment(row.try_get_by_index(1)?),
            sealed: row.try_get_by_index(2)?,
        });
    }
    Ok(())
}
