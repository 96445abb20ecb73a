//! Counting the signatures of a campaign by what they have in common. To group, SQLite keeps something of each in memory until it
//! has them all, which of a million is a hundred megabytes: there they are counted some at a time.

use std::collections::HashMap;

use sea_orm::{QueryResult, Statement, Value};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};

/// So many are grouped at once on SQLite.
const SOME: i64 = 50_000;

/// Which signatures `s` are counted, and by what.
pub(super) struct Grouping<'a> {
    /// What those of a group have in common, as one text.
    pub alike: &'a str,
    /// A condition: it is counted as well how many of a group meet it.
    pub also: &'a str,
    /// A condition that all meet, besides being of the campaign `$1`.
    pub which: &'a str,
}

/// What the groups have in common, how many are in each, and how many of them meet the other condition. `values` are those of the
/// conditions, the campaign first.
pub(super) async fn count(
    db: &impl Connection,
    grouping: &Grouping<'_>,
    values: Vec<Value>,
) -> Result<Vec<(String, i64, i64)>, StorageError> {
    let Grouping { alike, also, which } = grouping;
    let from = format!("FROM signature s WHERE s.campaign_id = $1 AND {which}");
    if locks_rows(db) {
        let sql = format!("SELECT {alike}, COUNT(*), COUNT(*) FILTER (WHERE {also}) {from} GROUP BY 1");
        return ask(db, &sql, values).await?.iter().map(group).collect();
    }
    let sql = format!(
        "SELECT alike, COUNT(*), SUM(also), MAX(id) FROM (SELECT s.id AS id, {alike} AS alike, {also} AS also {from} \
         AND s.id > ${} ORDER BY s.id LIMIT {SOME}) GROUP BY alike",
        values.len() + 1
    );
    let mut found: HashMap<String, (i64, i64)> = HashMap::new();
    let mut after = Uuid::nil();
    loop {
        let mut values = values.clone();
        values.push(after.into());
        let groups = ask(db, &sql, values).await?;
        if groups.is_empty() {
            return Ok(found.into_iter().map(|(alike, (many, also))| (alike, many, also)).collect());
        }
        for row in &groups {
            let (alike, many, also) = group(row)?;
            let so_far = found.entry(alike).or_default();
            (so_far.0, so_far.1) = (so_far.0 + many, so_far.1 + also);
            after = after.max(row.try_get_by_index(3)?);
        }
    }
}

async fn ask(db: &impl Connection, sql: &str, values: Vec<Value>) -> Result<Vec<QueryResult>, StorageError> {
    Ok(db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?)
}

fn group(row: &QueryResult) -> Result<(String, i64, i64), StorageError> {
    Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?))
}
