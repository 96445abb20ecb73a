use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::time::Duration;

use migration::{Migrator, MigratorTrait};
use sea_orm::sqlx::Connection as _;
use sea_orm::sqlx::error::DatabaseError;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, IsolationLevel,
    RuntimeErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

pub use sea_orm::ConnectionTrait as Connection;

/// What went wrong in the database. Its text may name tables, never values.
#[derive(Debug, thiserror::Error)]
#[error("the database refused: {0}")]
pub struct StorageError(#[from] pub DbErr);

impl StorageError {
    /// Whether two transactions got into each other's way, so that trying again will do (PostgreSQL: deadlock,
    /// serialization failure).
    pub fn is_collision(&self) -> bool {
        let (DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error))) =
            &self.0
        else {
            return false;
        };
        let code = error.as_database_error().and_then(DatabaseError::code);
        code.is_some_and(|code| code == "40P01" || code == "40001")
    }
}

/// A write transaction. Dropped without a commit, it never was.
pub struct Transaction(DatabaseTransaction);

impl Transaction {
    pub async fn commit(self) -> Result<(), StorageError> {
        Ok(self.0.commit().await?)
    }
}

impl std::ops::Deref for Transaction {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.0
    }
}

/// The database: many readers, and on SQLite one writer, whose commits are on the disk before they return.
#[derive(Clone)]
pub struct Db {
    read: DatabaseConnection,
    write: DatabaseConnection,
}

impl Db {
    /// Connects and brings the schema up to date.
    pub async fn open(url: &str, connections: u32) -> Result<Self, StorageError> {
        let db = Self::connect(url, connections).await?;
        Migrator::up(&db.write, None).await?;
        Ok(db)
    }

    async fn connect(url: &str, connections: u32) -> Result<Self, StorageError> {
        let Some(path) = url.strip_prefix("sqlite://") else {
            let mut options = ConnectOptions::new(url);
            options.max_connections(connections).sqlx_logging(false).acquire_timeout(Duration::from_secs(5));
            let pool = Database::connect(options).await?;
            return Ok(Self { read: pool.clone(), write: pool });
        };
        // In a URL a percent sign is written as `%25`.
        let path = path.replace("%25", "%");
        if let Some(folder) = Path::new(&path).parent() {
            DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(folder)
                .map_err(|error| DbErr::Custom(error.to_string()))?;
        }
        // The writer comes first: it makes the file.
        let write = Database::connect(sqlite(url, 1, SqliteSynchronous::Full)).await?;
        let read = Database::connect(sqlite(url, connections, SqliteSynchronous::Normal)).await?;
        Ok(Self { read, write })
    }

    /// For reading outside a transaction.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Begins a transaction that will write. On SQLite it takes the lock at once (`BEGIN IMMEDIATE`), so that what it
    /// reads is still true when it writes.
    pub async fn write(&self) -> Result<Transaction, StorageError> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(Transaction(self.write.begin_with_options(options).await?))
    }

    /// Begins a transaction that only reads, and sees one moment throughout. It holds nobody up.
    pub async fn snapshot(&self) -> Result<Transaction, StorageError> {
        let isolation = locks_rows(&self.read).then_some(IsolationLevel::RepeatableRead);
        Ok(Transaction(self.read.begin_with_config(isolation, None).await?))
    }

    /// Whether one service at a time uses this database, as on SQLite.
    pub fn is_one_process(&self) -> bool {
        !locks_rows(&self.read)
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StorageError> {
        Ok(self.read.ping().await?)
    }

    pub async fn close(self) {
        let _ = self.read.close().await;
        let _ = self.write.close().await;
    }
}

/// Whether this connection is to PostgreSQL, where a row must be locked to be read for writing.
pub(super) fn locks_rows(connection: &impl Connection) -> bool {
    connection.get_database_backend() == DbBackend::Postgres
}

fn sqlite(url: &str, connections: u32, synchronous: SqliteSynchronous) -> ConnectOptions {
    let mut options = ConnectOptions::new(format!("{url}?mode=rwc"));
    options
        .max_connections(connections)
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(10))
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(synchronous)
                .busy_timeout(Duration::from_secs(5))
                .foreign_keys(true)
                .pragma("temp_store", "memory")
                .pragma("cache_size", "-16384")
        })
        // A full disk makes SQLite roll back by itself, and sqlx then believes that it is still in a transaction: all that
        // followed would be savepoints of one that never commits. Such a connection is thrown away.
        .map_sqlx_sqlite_before_acquire(|connection, _| {
            Box::pin(async move { Ok(!connection.is_in_transaction()) })
        });
    options
}
