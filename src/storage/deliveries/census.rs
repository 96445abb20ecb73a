//! How many would go into a delivery, or are in it, and from where.

use sea_orm::Statement;

use super::freeze::{goes_in, is_new, place, values};
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
    also: is_new!("s.id"),
    which: concat!("s.state = 'confirmed'", goes_in!("s.id")),
};

/// What [`CELLS`] tells of so many.
pub(in crate::storage) fn cell(told: &str, many: i64) -> Cell {
    let (at, text_version) = place(told.split('/'));
    let week = told.rsplit('/').next().and_then(|week| week.parse().ok()).unwrap_or(0);
    Cell { country: at.country, region: at.region, riding: at.riding, week, text_version, many }
}

/// Those who signed online and would be in a delivery, were it frozen now; and how many of them have been in none to the same
/// addressee.
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
