//! A delivery of a million signatures: its table against the shell of SQLite, its memory, and pages beside it.

mod database;

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Context;
use rusqlite::Connection;
use tokio::process::Command;

use self::database::Database;
use super::PAGE;
use crate::figures::Limit;
use crate::finding::{Finding, Measure};
use crate::ground::Ground;
use crate::load::{self, Class, Fetch};
use crate::schedule::Arrivals;
use crate::service::{Mail, Process};
use crate::store::Backend;

const STORED: u64 = 1_000_000;
const MOST_MEGABYTES: f64 = 150.0;
const MEBIBYTE: f64 = 1024.0 * 1024.0;
const READERS: f64 = 200.0;

/// What making it took.
struct Cost {
    /// The table alone, in seconds.
    csv: f64,
    whole: f64,
    processor: f64,
    peak: f64,
    size: f64,
}

/// When a file of the package begins and when it is whole, in the order in which they are written.
async fn made(db: &Database, process: &Process) -> anyhow::Result<Cost> {
    let (begin, before) = (Instant::now(), process.processor()?);
    let (mut from, mut csv) = (None, None);
    loop {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let now = db.progress().await?;
        match now.pieces {
            Some(..0) => _ = from.get_or_insert_with(Instant::now),
            Some(_) => _ = csv.get_or_insert_with(|| from.map_or(0.0, |from| from.elapsed().as_secs_f64())),
            None => {}
        }
        if now.state == "ready" {
            #[expect(clippy::cast_precision_loss, reason = "some hundred MB")]
            let size = now.bytes as f64 / MEBIBYTE;
            return Ok(Cost {
                csv: csv.context("the table was seen")?,
                whole: begin.elapsed().as_secs_f64(),
                processor: process.processor()? - before,
                peak: process.peak()? / MEBIBYTE,
                size,
            });
        }
        anyhow::ensure!(
            now.state == "making" && begin.elapsed() < Duration::from_mins(20),
            "the package is {}",
            now.state
        );
    }
}

/// How long the shell of SQLite takes for the same rows, which lie in the clear there, in seconds.
async fn shell(folder: &Path) -> anyhow::Result<f64> {
    let file = folder.join("plain.db");
    let db = Connection::open(&file)?;
    db.execute_batch(
        "PRAGMA journal_mode = OFF; CREATE TABLE roll (number INTEGER, kind TEXT, name TEXT, detail TEXT, city TEXT, \
         riding TEXT, riding_name TEXT, region TEXT, country TEXT, postal_code TEXT, comment TEXT, text_version INTEGER, \
         status TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) INSERT INTO roll \
         SELECT i, 'person', 'Anne Tremblay ' || i, '', 'Trois-Rivières', '35075', 'Ottawa Centre', 'CA-ON', 'CA', '', '', 1, '' FROM n",
    )?;
    drop(db);
    let begin = Instant::now();
    let status = Command::new("sqlite3")
        .args(["-csv", file.to_str().context("a plain path")?, "SELECT * FROM roll"])
        .stdout(std::fs::File::create(folder.join("plain.csv"))?)
        .status()
        .await?;
    anyhow::ensure!(status.success(), "sqlite3 ended with {status}");
    Ok(begin.elapsed().as_secs_f64())
}

/// The p99 of the campaign's page, read so many times a second, in milliseconds.
async fn pages(process: &Process) -> anyhow::Result<f64> {
    let (address, length) = (process.address, Duration::from_secs(8));
    let class = Class {
        work: Box::new(Fetch::new(address, PAGE, None)),
        arrivals: Arrivals::new(READERS, length, 17),
        connections: 64,
    };
    let done = load::on_own_thread(None, move || load::open(address, class, Instant::now())).await;
    Ok(done.all.all_good("reading the page")?.latency.at(0.99))
}

pub async fn million(ground: &Ground, backend: Backend) -> anyhow::Result<Vec<Finding>> {
    let key = match backend {
        Backend::Sqlite => "delivery",
        Backend::Postgres => "delivery-postgres",
    };
    let store = ground.stored(backend, key, STORED).await?;
    let mut db = Database::open(&store).await?;
    db.seal(&store).await?;
    let process = ground.start(&store, Mail::Held).await?;
    let at_rest = pages(&process).await?;
    process.stop().await?;
    let process = ground.start(&store, Mail::Held).await?;
    db.ask().await?;
    let (cost, beside) = tokio::join!(made(&db, &process), pages(&process));
    let (cost, beside) = (cost?, beside?);
    process.stop().await?;
    let plain = shell(store.folder()).await?;
    let on = format!("delivery of 1 million on {}", backend.name());
    let (table, peak) = (format!("{on}: the table"), format!("{on}: the peak of the service's memory"));
    let pages = format!("{on}: page p99 at 200 a second while it is made");
    let words = (table.as_str(), "sqlite3 -csv of the same rows");
    Ok(vec![
        Finding::new(key, "s", words, &[cost.csv], &[plain])
            .held_to(Measure::Ratio, Limit::at_most(2.5))
            .note("opened, written and sealed, while the other files wait"),
        Finding::new(key, "MB", (peak.as_str(), ""), &[cost.peak], &[])
            .held_to(Measure::Product, Limit::at_most(MOST_MEGABYTES))
            .note(format!(
                "all files, {:.0} MB packed, in {:.0} s with {:.0} s of a processor",
                cost.size, cost.whole, cost.processor
            )),
        Finding::new(key, "ms", (pages.as_str(), "at rest"), &[beside], &[at_rest])
            .held_to(Measure::Product, Limit::at_most(250.0)),
    ])
}
