//! How many would go into a delivery, or are in it, and from where.

use std::collections::BTreeMap;

use sea_orm::{QueryResult, Statement, Value};

use super::Of;
use super::freeze::{goes_in, values};
use crate::domain::delivery::Delivery;
use crate::domain::delivery::census::Cell;
use crate::storage::db::{Connection, StorageError};

/// Milliseconds are taken together by weeks that begin on Mondays; the epoch was a Thursday.
macro_rules! cells {
    () => {
        "SELECT s.country, s.region, s.riding, (s.confirmed_at / 86400000 + 3) / 7 AS week, s.text_version, \
        COUNT(*) AS many FROM signature s "
    };
}

const GROUPED: &str =
    " GROUP BY s.country, s.region, s.riding, (s.confirmed_at / 86400000 + 3) / 7, s.text_version";

/// Of those on the roll of a delivery. One who has been erased since is in none of them.
const FROZEN: &str = concat!(
    cells!(),
    "JOIN delivery_line l ON l.campaign_id = s.campaign_id AND l.subject_id = s.id \
    WHERE l.campaign_id = $1 AND l.delivery = $2 AND l.kind = 'person'"
);

const WAITING: &str =
    concat!(cells!(), "WHERE s.campaign_id = $1 AND s.state = 'confirmed'", goes_in!("s.id"));

fn cell(row: &QueryResult) -> Result<Cell, StorageError> {
    Ok(Cell {
        country: row.try_get_by_index(0)?,
        region: row.try_get_by_index(1)?,
        riding: row.try_get_by_index(2)?,
        week: row.try_get_by_index(3)?,
        text_version: row.try_get_by_index(4)?,
        many: row.try_get_by_index(5)?,
    })
}

async fn list(db: &impl Connection, sql: &str, values: Vec<Value>) -> Result<Vec<Cell>, StorageError> {
    let sql = format!("{sql}{GROUPED}");
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    db.query_all_raw(statement).await?.iter().map(cell).collect()
}

/// Those who signed online and are on the roll of a delivery.
pub async fn list_frozen(db: &impl Connection, (campaign, number): Of) -> Result<Vec<Cell>, StorageError> {
    list(db, FROZEN, vec![campaign.into(), number.into()]).await
}

/// Those who would be, were it frozen now.
pub async fn list_waiting(db: &impl Connection, one: &Delivery) -> Result<Vec<Cell>, StorageError> {
    list(db, WAITING, values(one)).await
}

const STATES: &str = "SELECT state, COUNT(*) FROM signature WHERE campaign_id = $1 GROUP BY state";

/// How many signatures of a campaign are in which state.
pub async fn count_states(
    db: &impl Connection,
    campaign: i32,
) -> Result<BTreeMap<String, i64>, StorageError> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), STATES, [campaign.into()]);
    let rows = db.query_all_raw(statement).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

const KINDS: &str =
    "SELECT kind, COUNT(*) FROM delivery_line WHERE campaign_id = $1 AND delivery = $2 GROUP BY kind";

/// How many of each kind stand on the roll of a delivery.
pub async fn count_kinds(
    db: &impl Connection,
    (campaign, number): Of,
) -> Result<BTreeMap<String, i64>, StorageError> {
    let values = [campaign.into(), number.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), KINDS, values);
    let rows = db.query_all_raw(statement).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

const NEW: &str = concat!(
    "SELECT COUNT(*) FROM delivery_line s WHERE s.campaign_id = $1 AND s.delivery = $3 AND s.kind = 'person'",
    goes_in!("s.subject_id")
);

/// How many who signed online are on the roll of a delivery, and were on that of no earlier one to the same addressee.
pub async fn count_new(db: &impl Connection, one: &Delivery) -> Result<i64, StorageError> {
    let mut values = values(one);
    values[3] = "new".into();
    let statement = Statement::from_sql_and_values(db.get_database_backend(), NEW, values);
    let row = db.query_one_raw(statement).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0))
}
