use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

use anyhow::{Context, bail};

use super::archive::{self, Workshop};
use super::manifest::{KEYS, Kind, Manifest};
use super::{postgres, sqlite_file};
use crate::actions::recount::recount_in;
use crate::domain::moment::Moment;
use crate::settings::Settings;
use crate::storage::copies::{self, Holdings};
use crate::storage::{Db, campaigns, keys, resets, sessions, tallies};

/// What was restored, and how it was proven.
#[derive(Debug)]
pub struct Restored {
    pub made_at: String,
    pub holdings: Holdings,
    /// Each campaign with its count, and whether the signatures were counted anew to the same.
    pub recounted: Vec<(String, i64, bool)>,
    /// The keys that the data needs, where they are not there yet.
    pub missing_keys: Vec<String>,
}

/// Makes an installation from a backup, where there is none.
pub async fn restore(settings: &Settings, file: &Path) -> anyhow::Result<Restored> {
    let url = settings.database_url();
    let data = &settings.data_dir;
    DirBuilder::new().recursive(true).mode(0o700).create(data).with_context(|| data.display().to_string())?;
    refuse_what_is_there(&url, data).await?;
    let workshop = Workshop::beside(&data.join("restore"))?;
    let manifest = archive::read(file, &workshop)?;
    if manifest.database != Kind::of(&url) {
        let (made, here) = (manifest.database.name(), Kind::of(&url).name());
        bail!(
            "the backup is of {made} and `database.url` is {here}: nothing moves data from one to the other"
        );
    }
    refuse_newer(&manifest)?;
    let missing_keys = place_keys(settings, &workshop, &manifest)?;
    let copy = workshop.path(manifest.database.file());
    match sqlite_file(&url) {
        Some(path) => {
            if let Some(folder) = path.parent() {
                DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
            }
            archive::publish(&copy, &path)?;
        }
        None => postgres::restore(&postgres::Place::parse(&url)?, &copy).await?,
    }
    drop(workshop);
    let recounted = prove(&url, &manifest).await?;
    Ok(Restored { made_at: manifest.made_at, holdings: manifest.holdings, recounted, missing_keys })
}

/// Nothing that is there is overwritten, and nothing is mixed with another installation's.
async fn refuse_what_is_there(url: &str, data: &Path) -> anyhow::Result<()> {
    let Some(path) = sqlite_file(url) else {
        let db = Db::attach(url, 1).await.context("opening the database")?;
        let tables = copies::list_tables(db.read()).await?;
        db.close().await;
        if !tables.is_empty() {
            bail!("the database is not empty (it has a table `{}`): restore into a new one", tables[0]);
        }
        return Ok(());
    };
    for ending in ["", "-wal", "-shm"] {
        let part = format!("{}{ending}", path.display());
        if Path::new(&part).exists() {
            bail!(
                "{part} is there already and is not overwritten: move it away, or restore into another data directory"
            );
        }
    }
    for entry in fs::read_dir(data).with_context(|| data.display().to_string())? {
        let name = entry?.file_name();
        // What a file system brings, the keys that were put back first, and a run that was cut off.
        if ![KEYS, "lost+found", "postulo.lock", ".restore.part"]
            .iter()
            .any(|known| name.as_os_str() == *known)
        {
            bail!("{} is not empty: it holds {}", data.display(), name.display());
        }
    }
    Ok(())
}

fn refuse_newer(manifest: &Manifest) -> anyhow::Result<()> {
    let known = copies::known_steps();
    if let Some(step) = manifest.holdings.steps.iter().find(|step| !known.contains(step)) {
        bail!(
            "the backup was made by a newer program ({}; this one does not know `{step}`)",
            manifest.made_by
        );
    }
    Ok(())
}

/// Puts the keys in place, or compares those that are there; returns those that the data needs and that are not there.
fn place_keys(settings: &Settings, workshop: &Workshop, manifest: &Manifest) -> anyhow::Result<Vec<String>> {
    let path = settings.keys_file();
    let archived = workshop.path(KEYS);
    if !path.exists() {
        if !archived.exists() {
            return Ok(manifest.keys.clone());
        }
        archive::publish(&archived, &path)?;
        return Ok(Vec::new());
    }
    let there = keys::fingerprints(&keys::read(&path)?.secrets().context("a key is damaged")?);
    if let Some(key) = manifest.keys.iter().find(|key| !there.contains(key)) {
        bail!(
            "{} holds other keys than the backup was sealed under (it needs {key}): put the right one there",
            path.display()
        );
    }
    Ok(Vec::new())
}

/// Nobody comes in by what has ended since the backup was made: everybody logs in again, and asks for a new link.
async fn end_what_let_in(db: &Db) -> anyhow::Result<()> {
    let tx = db.write().await?;
    sessions::delete_all(&*tx).await?;
    resets::purge_ended(&*tx, Moment(i64::MAX)).await?;
    tx.commit().await?;
    Ok(())
}

/// Counts everything again, then the signatures themselves.
async fn prove(url: &str, manifest: &Manifest) -> anyhow::Result<Vec<(String, i64, bool)>> {
    let db = Db::attach(url, 2).await.context("opening what was restored")?;
    let found = copies::count_all(db.read()).await?;
    if found != manifest.holdings {
        bail!(
            "what was restored is not what was backed up: expected {:?}, found {found:?}",
            manifest.holdings
        );
    }
    db.close().await;
    let db = Db::open(url, 2).await.context("bringing the schema up to date")?;
    end_what_let_in(&db).await?;
    let mut recounted = Vec::new();
    for count in tallies::list(db.read()).await? {
        let Some(campaign) = campaigns::find(db.read(), count.campaign).await? else { continue };
        let drifts = recount_in(&db, campaign.id).await?;
        recounted.push((campaign.slug, count.online, drifts.is_empty()));
    }
    db.close().await;
    Ok(recounted)
}
