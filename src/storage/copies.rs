//! The database as a whole: copied while others write, counted, and compared with what a copy says it holds.

use std::collections::BTreeMap;
use std::path::Path;

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement};
use serde::{Deserialize, Serialize};

use super::db::{Db, StorageError};

/// What a database holds, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holdings {
    /// The steps of the schema that were taken, in order.
    pub steps: Vec<String>,
    /// How many rows each table has.
    pub rows: BTreeMap<String, i64>,
    /// How many signatures each campaign counts, by its slug.
    pub counted: BTreeMap<String, i64>,
}

async fn texts(db: &impl ConnectionTrait, sql: &str) -> Result<Vec<String>, DbErr> {
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

async fn number(db: &impl ConnectionTrait, sql: String) -> Result<i64, DbErr> {
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    row.map_or(Ok(0), |row| row.try_get_by_index(0))
}

/// The tables, in the order of their names.
pub async fn list_tables(db: &impl ConnectionTrait) -> Result<Vec<String>, StorageError> {
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
        }
        _ => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY 1"
        }
    };
    Ok(texts(db, sql).await?)
}

/// Counts everything. In a transaction of one snapshot it is exact.
pub async fn count_all(db: &impl ConnectionTrait) -> Result<Holdings, StorageError> {
    let mut holdings = Holdings::default();
    for table in list_tables(db).await? {
        let n = number(db, format!("SELECT count(*) FROM \"{table}\"")).await?;
        holdings.rows.insert(table, n);
    }
    holdings.steps = list_steps(db).await?;
    for slug in texts(db, "SELECT slug FROM campaign ORDER BY slug").await? {
        let quoted = slug.replace('\'', "''");
        let n = number(
            db,
            format!(
                "SELECT t.online FROM tally t JOIN campaign c ON c.id = t.campaign_id WHERE c.slug = '{quoted}'"
            ),
        )
        .await?;
        holdings.counted.insert(slug, n);
    }
    Ok(holdings)
}

/// The steps of the schema that this database has taken.
pub async fn list_steps(db: &impl ConnectionTrait) -> Result<Vec<String>, StorageError> {
    Ok(texts(db, "SELECT version FROM seaql_migrations ORDER BY version").await?)
}

/// The steps that this program knows.
pub fn known_steps() -> Vec<String> {
    Migrator::migrations().iter().map(|step| step.name().to_owned()).collect()
}

impl Db {
    /// Copies an SQLite database into a new file, as it stands at one moment. Who writes meanwhile is not held up.
    pub async fn copy_into(&self, file: &Path) -> Result<(), StorageError> {
        let path = file.display().to_string().replace('\'', "''");
        self.read().execute_unprepared(&format!("VACUUM INTO '{path}'")).await?;
        Ok(())
    }
}

/// Names a snapshot of a PostgreSQL transaction, in which another program sees exactly what it sees.
pub async fn export_snapshot(db: &impl ConnectionTrait) -> Result<String, StorageError> {
    let names = texts(db, "SELECT pg_export_snapshot()::text").await?;
    Ok(names.into_iter().next().ok_or_else(|| DbErr::Custom("no snapshot".into()))?)
}

/// Opens a copy that nobody writes to, for reading.
pub async fn open_copy(file: &Path) -> Result<DatabaseConnection, StorageError> {
    let path = file.display().to_string().replace('%', "%25");
    let mut options = ConnectOptions::new(format!("sqlite://{path}?mode=ro&immutable=1"));
    options.max_connections(1).sqlx_logging(false);
    Ok(Database::connect(options).await?)
}
