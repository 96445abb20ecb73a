//! What the planner of PostgreSQL believes of the large tables.

use sea_orm::{DbBackend, Statement};

use super::db::{Connection, StorageError, locks_rows};

/// Tables that are twice as long as when they were last looked at, and long enough to matter. One of which nothing is
/// known is taken to hold two hundred campaigns, and a campaign's rows are then read through where a few should be found.
const GROWN: &str = "SELECT relname FROM pg_class \
    WHERE oid IN ('signature'::regclass, 'outbox'::regclass, 'repeat'::regclass) \
    AND pg_relation_size(oid) / current_setting('block_size')::int8 > 2 * GREATEST(relpages, 16)";

/// Has PostgreSQL look at tables that have grown: its own daemon comes once a minute, and much happens in the first of a
/// signing day. Returns how many it looked at; on SQLite, which needs none of it, none.
pub async fn keep_up(db: &impl Connection) -> Result<usize, StorageError> {
    if !locks_rows(db) {
        return Ok(0);
    }
    let grown = db.query_all_raw(Statement::from_string(DbBackend::Postgres, GROWN)).await?;
    for row in &grown {
        let table: String = row.try_get_by_index(0)?;
        db.execute_unprepared(&format!("ANALYZE \"{table}\"")).await?;
    }
    Ok(grown.len())
}
