//! One file that holds an installation, made while it runs, and what becomes an installation again from it.

mod archive;
mod manifest;
mod postgres;
mod restore;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::clock::Clock;
use crate::settings::Settings;
use crate::storage::copies::{self, Holdings};
use crate::storage::{Db, keys, sealed};
use archive::Workshop;
use manifest::{FORMAT, KEYS, Kind, Manifest};

pub use restore::{Restored, restore};

/// What a backup holds.
#[derive(Debug)]
pub struct Made {
    pub holdings: Holdings,
    pub keys: Vec<String>,
    pub with_keys: bool,
    pub bytes: u64,
}

/// Writes a consistent copy of the database, and of the keys if they are asked for, into a new file.
pub async fn make(settings: &Settings, clock: &Clock, file: &Path, with_keys: bool) -> anyhow::Result<Made> {
    if file.exists() {
        bail!("{} is there already and is not overwritten", file.display());
    }
    let url = settings.database_url();
    let kind = Kind::of(&url);
    if let Some(path) = sqlite_file(&url)
        && !path.exists()
    {
        bail!("there is no database at {}", path.display());
    }
    let workshop = Workshop::beside(file)?;
    let db = Db::attach(&url, 2).await.context("opening the database")?;
    let copy = workshop.path(kind.file());
    let holdings = match kind {
        Kind::Sqlite => copy_sqlite(&db, &copy).await?,
        Kind::Postgresql => copy_postgres(&db, &url, &copy).await?,
    };
    db.close().await;
    // Read after the copy: keys are only ever added, so these open all that is in it.
    let keys = fingerprints(settings, &holdings)?;
    let mut files = vec![archive::weigh(&copy, kind.file())?];
    if with_keys {
        let mut out = archive::create(&workshop.path(KEYS))?;
        std::io::copy(&mut std::fs::File::open(settings.keys_file())?, &mut out)?;
        files.push(archive::weigh(&workshop.path(KEYS), KEYS)?);
    }
    let manifest = Manifest {
        format: FORMAT,
        made_by: format!("postulo {}", env!("CARGO_PKG_VERSION")),
        made_at: clock.now().to_string(),
        database: kind,
        holdings: holdings.clone(),
        keys: keys.clone(),
        files,
    };
    let whole = archive::write(&workshop, &manifest)?;
    let bytes = std::fs::metadata(&whole)?.len();
    archive::publish(&whole, file)?;
    Ok(Made { holdings, keys, with_keys, bytes })
}

async fn copy_sqlite(db: &Db, copy: &Path) -> anyhow::Result<Holdings> {
    // SQLite fills an empty file, and so keeps its mode.
    archive::create(copy)?;
    db.copy_into(copy).await?;
    let copied = copies::open_copy(copy).await?;
    let holdings = copies::count_all(&copied).await?;
    copied.close().await?;
    Ok(holdings)
}

async fn copy_postgres(db: &Db, url: &str, copy: &Path) -> anyhow::Result<Holdings> {
    let tx = db.snapshot().await?;
    let snapshot = copies::export_snapshot(&*tx).await?;
    let holdings = copies::count_all(&*tx).await?;
    postgres::dump(&postgres::Place::parse(url)?, &snapshot, copy).await?;
    Ok(holdings)
}

fn fingerprints(settings: &Settings, holdings: &Holdings) -> anyhow::Result<Vec<String>> {
    let path = settings.keys_file();
    let sealed: i64 = sealed::TABLES.iter().filter_map(|table| holdings.rows.get(*table)).sum();
    if !path.exists() && sealed == 0 {
        return Ok(Vec::new());
    }
    let file = keys::read(&path)?;
    Ok(keys::fingerprints(&file.secrets().context("a key is damaged")?))
}

/// The file of an SQLite database.
fn sqlite_file(url: &str) -> Option<PathBuf> {
    url.strip_prefix("sqlite://").map(|path| PathBuf::from(path.replace("%25", "%")))
}
