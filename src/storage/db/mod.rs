mod sizes;

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::time::Duration;

use migration::{Migrator, MigratorTrait};
use sea_orm::sqlx::error::DatabaseError;
use sea_orm::sqlx::sqlite::SqliteSynchronous;
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, IsolationLevel,
    RuntimeErr, SqlErr, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};

use super::connect;

pub use sea_orm::ConnectionTrait as Connection;
pub(super) use sizes::{MOST_ROWS, among, in_fixed_sizes};

/// What went wrong in the database. Its text may name tables, never values.
#[derive(Debug, thiserror::Error)]
#[error("the database refused: {0}")]
pub struct StorageError(#[from] pub DbErr);

impl StorageError {
    /// Somebody else has changed a row meanwhile.
    pub(crate) const fn overtaken() -> Self {
        Self(DbErr::RecordNotUpdated)
    }

    /// Whether there is such a row already: of two who added it at once, this was the second.
    pub fn is_duplicate(&self) -> bool {
        matches!(self.0.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
    }

    /// Whether two transactions got into each other's way, so that trying again will do (PostgreSQL: deadlock,
    /// serialization failure).
    pub fn is_collision(&self) -> bool {
        if matches!(self.0, DbErr::RecordNotUpdated) {
            return true;
        }
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

/// Names the lock that migrating takes on PostgreSQL: "postulo" in ASCII.
const MIGRATION_LOCK: i64 = 0x0070_6f73_7475_6c6f;

/// How long a server may take for what is done at once. Longer than anything of that kind takes under load.
const PATIENCE: Duration = Duration::from_secs(30);

/// In pages of 4 KiB: a log that is longer is begun anew.
const LONG_LOG: i32 = 16_384;

/// The database: many readers, and on SQLite one writer, whose commits are on the disk before they return.
#[derive(Clone)]
pub struct Db {
    read: DatabaseConnection,
    write: DatabaseConnection,
    /// On PostgreSQL, where statements that look rows up by their keys are planned once.
    by_key: Option<DatabaseConnection>,
    /// On SQLite, what brings the log into the database beside the commits.
    checkpoint: Option<DatabaseConnection>,
    /// On SQLite, where what is large is read through.
    apart: Option<DatabaseConnection>,
}

impl Db {
    /// Connects and brings the schema up to date.
    pub async fn open(url: &str, connections: u32) -> Result<Self, StorageError> {
        let db = Self::connect(url, connections).await?;
        if db.is_one_process() {
            Migrator::up(&db.write, None).await?;
            return Ok(db);
        }
        // One node at a time: held by a connection of its own, the lock is gone with it whatever happens. It is held for
        // a transaction, not a session, so that a pooler in between cannot keep it.
        let alone =
            Database::connect(ConnectOptions::new(url).max_connections(1).sqlx_logging(false).to_owned())
                .await?;
        let held = alone.begin().await?;
        held.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
        let done = Migrator::up(&db.write, None).await;
        held.rollback().await?;
        alone.close().await?;
        done?;
        Ok(db)
    }

    /// Connects and leaves the schema as it is: to look at it, or to copy it.
    pub async fn attach(url: &str, connections: u32) -> Result<Self, StorageError> {
        Self::connect(url, connections).await
    }

    async fn connect(url: &str, connections: u32) -> Result<Self, StorageError> {
        let Some(path) = url.strip_prefix("sqlite://") else {
            let pool = Database::connect(connect::postgres(url, connections)).await?;
            let by_key = Database::connect(connect::postgres_by_key(url)).await?;
            return Ok(Self {
                read: pool.clone(),
                write: pool,
                by_key: Some(by_key),
                checkpoint: None,
                apart: None,
            });
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
        let write = Database::connect(connect::sqlite(url, 1, SqliteSynchronous::Full)).await?;
        let read = Database::connect(connect::sqlite(url, connections, SqliteSynchronous::Normal)).await?;
        let checkpoint = Database::connect(connect::sqlite(url, 1, SqliteSynchronous::Full)).await?;
        let apart = Database::connect(connect::sqlite_apart(url)).await?;
        Ok(Self { read, write, by_key: None, checkpoint: Some(checkpoint), apart: Some(apart) })
    }

    /// Brings SQLite's log into the database while others commit, so that no commit has to. A log that has grown long
    /// is begun anew, for which commits wait a moment.
    pub async fn checkpoint(&self) -> Result<(), StorageError> {
        let Some(connection) = &self.checkpoint else { return Ok(()) };
        let run = async |how: &str| {
            let sql = format!("PRAGMA wal_checkpoint({how})");
            connection.query_one_raw(Statement::from_string(DbBackend::Sqlite, sql)).await
        };
        let log: Option<i32> = match run("PASSIVE").await? {
            Some(row) => row.try_get_by_index(1).ok(),
            None => None,
        };
        if log.is_some_and(|frames| frames > LONG_LOG) {
            run("RESTART").await?;
        }
        Ok(())
    }

    /// For reading outside a transaction.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// For reading through what is large. Each connection keeps what it has read: were these among the others, all of them
    /// would come to be full of what nobody asks for again.
    pub fn apart(&self) -> &DatabaseConnection {
        self.apart.as_ref().unwrap_or(&self.read)
    }

    /// Begins a transaction that will write. On SQLite it takes the lock at once (`BEGIN IMMEDIATE`), so that what it
    /// reads is still true when it writes.
    pub async fn write(&self) -> Result<Transaction, StorageError> {
        Self::begin(&self.write).await
    }

    /// The same, for looking rows up by their keys: planned for any campaign, not for one of which the statistics may know
    /// nothing yet.
    pub async fn write_by_key(&self) -> Result<Transaction, StorageError> {
        Self::begin(self.by_key.as_ref().unwrap_or(&self.write)).await
    }

    async fn begin(connection: &DatabaseConnection) -> Result<Transaction, StorageError> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(Transaction(connection.begin_with_options(options).await?))
    }

    /// For a statement that looks rows up by their keys and is a transaction by itself. None on SQLite.
    pub fn by_key(&self) -> Option<&DatabaseConnection> {
        self.by_key.as_ref()
    }

    /// What a server answers to this, or an error once it has been silent for long: a machine that is gone says nothing, not
    /// even no. A file always answers.
    pub fn answered<T>(
        &self,
        work: impl Future<Output = Result<T, StorageError>>,
    ) -> impl Future<Output = Result<T, StorageError>> {
        let (work, always) = (Box::pin(work), self.is_one_process());
        async move {
            if always {
                return work.await;
            }
            let silent = || DbErr::Custom("it does not answer".to_owned());
            tokio::time::timeout(PATIENCE, work).await.unwrap_or_else(|_| Err(silent().into()))
        }
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

    /// Whether the database answers and takes what is written, which a PostgreSQL that is not promoted yet does not.
    pub async fn is_ready(&self) -> Result<bool, StorageError> {
        if self.is_one_process() {
            self.read.ping().await?;
            return Ok(true);
        }
        let asked = Statement::from_string(DbBackend::Postgres, "SHOW transaction_read_only");
        let answer = self.read.query_one_raw(asked).await?;
        let read_only: Option<String> = answer.map(|row| row.try_get_by_index(0)).transpose()?;
        Ok(read_only.as_deref() == Some("off"))
    }

    pub async fn close(self) {
        if let Some(checkpoint) = self.checkpoint {
            let _ = checkpoint.close().await;
        }
        if let Some(by_key) = self.by_key {
            let _ = by_key.close().await;
        }
        if let Some(apart) = self.apart {
            let _ = apart.close().await;
        }
        let _ = self.read.close().await;
        let _ = self.write.close().await;
    }
}

/// Whether this connection is to PostgreSQL, where a row must be locked to be read for writing.
pub(super) fn locks_rows(connection: &impl Connection) -> bool {
    connection.get_database_backend() == DbBackend::Postgres
}
