//! What an operator asks of a database: is it sound, and is it set so that what was acknowledged stays.

use sea_orm::{DbErr, QueryResult, Statement};

use super::db::{Connection, StorageError};

async fn rows(db: &impl Connection, sql: &str) -> Result<Vec<QueryResult>, DbErr> {
    db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await
}

async fn text(db: &impl Connection, sql: &str) -> Result<String, DbErr> {
    rows(db, sql).await?.first().map_or(Ok(String::new()), |row| row.try_get_by_index(0))
}

/// SQLite's own check of its file; empty where it is sound.
pub async fn quick_check(db: &impl Connection) -> Result<Vec<String>, StorageError> {
    let told = rows(db, "PRAGMA quick_check(5)").await?;
    let told: Vec<String> = told.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?;
    Ok(told.into_iter().filter(|line| line != "ok").collect())
}

/// A setting of PostgreSQL, such as `fsync`. The name is ours, never typed.
pub async fn setting(db: &impl Connection, name: &'static str) -> Result<String, StorageError> {
    Ok(text(db, &format!("SELECT current_setting('{name}')")).await?)
}

/// Whether a PostgreSQL is a replica, to which nobody can write.
pub async fn is_replica(db: &impl Connection) -> Result<bool, StorageError> {
    Ok(text(db, "SELECT pg_is_in_recovery()::text").await? == "true")
}

/// PostgreSQL's replicas: their state, and how many seconds they are behind, as far as this user may see it.
pub async fn replicas(db: &impl Connection) -> Result<Vec<(String, Option<i64>)>, StorageError> {
    let sql = "SELECT coalesce(sync_state, 'unknown')::text, extract(epoch FROM replay_lag)::bigint \
               FROM pg_stat_replication ORDER BY 1";
    let found = rows(db, sql).await?;
    let one = |row: &QueryResult| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    Ok(found.iter().map(one).collect::<Result<_, DbErr>>()?)
}

/// PostgreSQL's own time in milliseconds since 1970. Only compared with ours; nothing else goes by it.
pub async fn time(db: &impl Connection) -> Result<i64, StorageError> {
    let millis = text(db, "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint::text").await?;
    Ok(millis.parse().map_err(|_| DbErr::Custom("no time".into()))?)
}
