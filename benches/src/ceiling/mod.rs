//! The comparisons, each as lean as we can write it: the same work without what makes a product. Each runs in a process of
//! its own, as the product does.

mod form;
mod live;
mod mail;
mod page;
mod postgres;
mod sign;
mod sqlite;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Subcommand;
use tokio::net::TcpListener;

/// Which comparison this process is.
#[derive(Subcommand)]
pub enum Ceiling {
    /// The same bytes from a bare handler.
    Page { file: PathBuf },
    /// A bare sign service on SQLite.
    SignSqlite { folder: PathBuf },
    /// A bare sign service on PostgreSQL.
    SignPostgres { url: String },
    /// A bare event stream.
    Live,
    /// Mails made beforehand, over connections that are kept.
    Mail { to: SocketAddr, count: usize, connections: usize, sample: PathBuf },
}

impl Ceiling {
    pub async fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Page { file } => page::serve(std::fs::read(file)?).await,
            Self::SignSqlite { folder } => sign::serve(sqlite::writer(&folder)?).await,
            Self::SignPostgres { url } => sign::serve(postgres::writer(&url).await?).await,
            Self::Live => live::serve().await,
            Self::Mail { to, count, connections, sample } => {
                mail::send(to, count, connections, &std::fs::read(sample)?).await
            }
        }
    }
}

/// A port of its own, told to whoever started this.
async fn listen() -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("listening on {}", listener.local_addr()?);
    Ok(listener)
}
