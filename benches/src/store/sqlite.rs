use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Row};

use super::truth::{COUNTED, MAILS, ONLINE, PARTS, REPEATS, ROWS, Truth};
use crate::token::Id;

fn sums(db: &Connection, sql: &str) -> rusqlite::Result<std::collections::BTreeMap<String, i64>> {
    let mut statement = db.prepare(sql)?;
    statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

fn id(row: &Row<'_>) -> rusqlite::Result<Id> {
    row.get(0)
}

pub fn truth(file: &Path, since: i64) -> anyhow::Result<Truth> {
    let db = Connection::open(file)?;
    let mut truth = Truth::default();
    let mut statement = db.prepare(ROWS)?;
    let mut rows = statement.query([since])?;
    while let Some(row) = rows.next()? {
        truth.signature(id(row)?, row.get_ref(1)?.as_str()?);
    }
    truth.repeats = db.prepare(REPEATS)?.query_map([since], id)?.collect::<Result<_, _>>()?;
    truth.counted = db.query_row(COUNTED, (), |row| row.get(0))?;
    truth.online = db.query_row(ONLINE, (), |row| row.get(0))?;
    truth.parts = sums(&db, PARTS)?;
    truth.mails = sums(&db, MAILS)?;
    Ok(truth)
}

/// The columns of a table, in their order.
pub fn columns(db: &Connection, table: &str) -> anyhow::Result<Vec<String>> {
    let mut statement = db.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    Ok(statement.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The indexes of a table that can be dropped and made anew: name, and how.
pub fn indexes(db: &Connection, table: &str) -> anyhow::Result<Vec<(String, String)>> {
    let sql =
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL";
    let mut statement = db.prepare(sql)?;
    Ok(statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// One number, if there is a row.
pub fn number(db: &Connection, sql: &str) -> anyhow::Result<i64> {
    Ok(db.query_row(sql, (), |row| row.get(0)).optional()?.unwrap_or(0))
}
