//! The product's database, looked at and filled from outside.

mod fill;
mod postgres;
mod sqlite;
mod truth;

use std::path::{Path, PathBuf};

pub use fill::fill;
pub use truth::Truth;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Backend {
    Sqlite,
    Postgres,
}

impl Backend {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// A data directory and its database.
#[derive(Clone, Debug)]
pub enum Store {
    Sqlite { folder: PathBuf },
    Postgres { folder: PathBuf, url: String },
}

impl Store {
    pub fn folder(&self) -> &Path {
        match self {
            Self::Sqlite { folder } | Self::Postgres { folder, .. } => folder,
        }
    }

    /// As the product's setting wants it: empty for SQLite in the data directory.
    pub fn url(&self) -> &str {
        match self {
            Self::Sqlite { .. } => "",
            Self::Postgres { url, .. } => url,
        }
    }

    /// Where SQLite's database lies in a data directory.
    pub fn file(folder: &Path) -> PathBuf {
        folder.join("postulo.db")
    }

    /// How many rows a table has.
    pub async fn count(&self, table: &str) -> anyhow::Result<i64> {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        match self {
            Self::Sqlite { folder } => sqlite::number(&rusqlite::Connection::open(Self::file(folder))?, &sql),
            Self::Postgres { url, .. } => {
                Ok(crate::service::connect_postgres(url).await?.query_one(&sql, &[]).await?.get(0))
            }
        }
    }

    /// What is stored, summed from the rows themselves; the rows made since a moment by their ids.
    pub async fn truth(&self, since: i64) -> anyhow::Result<Truth> {
        match self {
            Self::Sqlite { folder } => sqlite::truth(&Self::file(folder), since),
            Self::Postgres { url, .. } => postgres::truth(url, since).await,
        }
    }
}
