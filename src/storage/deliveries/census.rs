//! How many would go into a delivery, or are in it, and from where.

use sea_orm::{Statement, Value};

use super::freeze::{goes_in, is_unseen, place, values};
use super::wrong;
use crate::domain::delivery::Delivery;
use crate::domain::delivery::census::Cell;
use crate::domain::signature::State;
use crate::storage::db::{Connection, StorageError};
use crate::storage::groups::{self, Grouping};

/// By where they live, the version that they signed, and the week: milliseconds are taken together by weeks that begin on Mondays,
/// and the epoch was a Thursday.
pub(in crate::storage) const CELLS: &str =
    "concat_ws('/', s.country, s.region, s.riding, s.text_version, (s.confirmed_at / 86400000 + 3) / 7)";

const WAITING: Grouping<'_> = Grouping {
    alike: CELLS,
    also: is_unseen!("s.id"),
    which: concat!("s.state = 'confirmed'", goes_in!("s.id")),
};

/// What [`CELLS`] tells of so many.
pub(in crate::storage) fn cell(told: &str, many: i64) -> Cell {
    let (at, text_version) = place(told.split('/'));
    let week = told.rsplit('/').next().and_then(|week| week.parse().ok()).unwrap_or(0);
    Cell { country: at.country, region: at.region, riding: at.riding, week, text_version, many }
}

/// Those who signed online and would be in a delivery, were it frozen now; and how many of them the addressee has not been handed
/// before.
pub async fn list_waiting(db: &impl Connection, one: &Delivery) -> Result<(Vec<Cell>, i64), StorageError> {
    let groups = groups::count(db, &WAITING, values(one)).await?;
    let new = groups.iter().map(|(_, _, new)| new).sum();
    Ok((groups.iter().map(|(told, many, _)| cell(told, *many)).collect(), new))
}

/// How many signatures of a campaign are in which state.
pub async fn count_states(db: &impl Connection, campaign: i32) -> Result<Vec<(State, i64)>, StorageError> {
    let sum = |state: State| format!("COUNT(CASE state WHEN '{}' THEN 1 END)", state.as_str());
    let sums: Vec<String> = State::ALL.into_iter().map(sum).collect();
    let sql = format!("SELECT {} FROM signature WHERE campaign_id = $1", sums.join(", "));
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [campaign.into()]);
    let row = db.query_one_raw(statement).await?.ok_or_else(|| wrong("states are not counted"))?;
    let many = |(at, state)| Ok((state, row.try_get_by_index(at)?));
    State::ALL.into_iter().enumerate().map(many).collect()
}

const NEW: &str = concat!(
    "SELECT COUNT(*) FROM delivery_line s WHERE s.campaign_id = $1 AND s.delivery = $3 AND s.kind = 'person' AND ",
    is_unseen!("s.subject_id")
);

/// How many who signed online are on the roll of a delivery, and the addressee has not been handed before.
pub async fn count_new(db: &impl Connection, one: &Delivery) -> Result<i64, StorageError> {
    let mut values = values(one);
    values.truncate(3);
    count_lines(db, NEW, values).await
}

/// How many who signed online are on the roll of a delivery, and on that of none of these others.
pub async fn count_besides(
    db: &impl Connection,
    one: &Delivery,
    others: &[i32],
) -> Result<i64, StorageError> {
    let others: Vec<String> = others.iter().map(i32::to_string).collect();
    // The sign keeps SQLite from reading the rolls of the others through for each person.
    let sql = format!(
        "SELECT COUNT(*) FROM delivery_line s WHERE s.campaign_id = $1 AND s.delivery = $2 AND s.kind = 'person' \
         AND NOT EXISTS (SELECT 1 FROM delivery_line l WHERE l.campaign_id = $1 AND l.subject_id = s.subject_id \
         AND +l.delivery IN ({}))",
        others.join(", ")
    );
    count_lines(db, &sql, vec![one.campaign.into(), one.number.into()]).await
}

async fn count_lines(db: &impl Connection, sql: &str, values: Vec<Value>) -> Result<i64, StorageError> {
    let row =
        db.query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0))
}
