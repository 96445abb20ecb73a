//! How each kind of database is connected to.

use std::time::Duration;

use sea_orm::ConnectOptions;
use sea_orm::sqlx::Connection as _;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};

/// How long a connection that has rested may take to say that it is there.
const SILENCE: Duration = Duration::from_secs(1);

/// A plan made while the table was small reads all of it for ever after.
const PLANNED_EACH_TIME: [(&str, &str); 1] = [("plan_cache_mode", "force_custom_plan")];

/// A plan that can only go by index is right for a table of any size, and need not be made again.
const PLANNED_ONCE: [(&str, &str); 2] =
    [("plan_cache_mode", "force_generic_plan"), ("enable_seqscan", "off")];

/// One for the group under way, and one for the next while the first is given back.
const BY_KEY_CONNECTIONS: u32 = 2;

/// For everything.
pub fn postgres(url: &str, connections: u32) -> ConnectOptions {
    planned(url, connections, &PLANNED_EACH_TIME)
}

/// For statements that look rows up by their keys.
pub fn postgres_by_key(url: &str) -> ConnectOptions {
    planned(url, BY_KEY_CONNECTIONS, &PLANNED_ONCE)
}

fn planned(url: &str, connections: u32, planning: &'static [(&str, &str)]) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(5))
        .map_sqlx_postgres_opts(|postgres| {
            // A node that is cut off in a transaction holds up the others no longer than this.
            let limits = [("idle_in_transaction_session_timeout", "10s")];
            postgres.options(limits.into_iter().chain(planning.iter().copied()))
        })
        .test_before_acquire(false)
        // A connection whose other end has vanished says nothing, not even no.
        .map_sqlx_postgres_before_acquire(|connection, used| {
            Box::pin(async move {
                if used.idle_for < SILENCE {
                    return Ok(true);
                }
                Ok(tokio::time::timeout(SILENCE, connection.ping()).await.is_ok_and(|said| said.is_ok()))
            })
        });
    options
}

/// Connections that read through what is large: while one of them does, another still hands over a package.
const APART_CONNECTIONS: u32 = 2;

/// One writes with `FULL`, many read with `NORMAL`.
pub fn sqlite(url: &str, connections: u32, synchronous: SqliteSynchronous) -> ConnectOptions {
    file(url, connections, move |sqlite| tuned(sqlite, synchronous))
}

/// For reading through what is large. What these keep in memory is little, since little of it is asked for twice.
pub fn sqlite_apart(url: &str) -> ConnectOptions {
    file(url, APART_CONNECTIONS, |sqlite| {
        tuned(sqlite, SqliteSynchronous::Normal).pragma("cache_size", "-4096")
    })
}

fn tuned(sqlite: SqliteConnectOptions, synchronous: SqliteSynchronous) -> SqliteConnectOptions {
    sqlite
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous)
        .busy_timeout(Duration::from_secs(5))
        .foreign_keys(true)
        .statement_cache_capacity(200)
        .pragma("temp_store", "memory")
        .pragma("cache_size", "-16384")
        // Only where nobody calls `checkpoint`: else a commit now and then would wait for thousands of pages.
        .pragma("wal_autocheckpoint", "40000")
}

fn file(
    url: &str,
    connections: u32,
    tuned: impl Fn(SqliteConnectOptions) -> SqliteConnectOptions + Send + Sync + 'static,
) -> ConnectOptions {
    let mut options = ConnectOptions::new(format!("{url}?mode=rwc"));
    options
        .max_connections(connections)
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(10))
        // A file does not go away: to ask before each use whether it is there costs more than the question.
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(tuned)
        // A full disk makes SQLite roll back by itself, and sqlx then believes that it is still in a transaction: all that
        // followed would be savepoints of one that never commits. Such a connection is thrown away.
        .map_sqlx_sqlite_before_acquire(|connection, _| {
            Box::pin(async move { Ok(!connection.is_in_transaction()) })
        });
    options
}
