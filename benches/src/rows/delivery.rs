//! A delivery of a million signatures: its table against the shell of SQLite, its memory, and pages beside it.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Context;
use postulo::actions::seat;
use postulo::domain::person::Person;
use postulo::entropy::Entropy;
use postulo::storage::keys;
use postulo::storage::vault::Vault;
use rusqlite::Connection;
use tokio::process::Command;
use uuid::Uuid;

use super::PAGE;
use crate::clock::now_ms;
use crate::figures::Limit;
use crate::finding::{Finding, Measure};
use crate::ground::Ground;
use crate::load::{self, Class, Fetch};
use crate::schedule::Arrivals;
use crate::service::{Mail, Process};
use crate::store::{Backend, Store};

const STORED: u64 = 1_000_000;
const MOST_MEGABYTES: f64 = 150.0;
const MEBIBYTE: f64 = 1024.0 * 1024.0;
const READERS: f64 = 200.0;
const NAMES: [&str; 5] = ["Anne Tremblay", "Zoë O’Neill", "王伟", "محمد الحسيني", "Николай Ковалёв"];

fn database(store: &Store) -> anyhow::Result<Connection> {
    let db = Connection::open(Store::file(store.folder()))?;
    db.busy_timeout(Duration::from_secs(30))?;
    Ok(db)
}

/// Those who were multiplied where they lie are sealed to their own places, so that they open.
fn seal(store: &Store) -> anyhow::Result<()> {
    let file = keys::read(&store.folder().join("keys.toml"))?;
    let vault = Vault::new(&file.secrets().context("keys")?, Entropy::System);
    let mut db = database(store)?;
    let tx = db.transaction()?;
    {
        let mut all = tx.prepare("SELECT campaign_id, id FROM signature")?;
        let mut put = tx.prepare("UPDATE signature SET sealed = ?3 WHERE campaign_id = ?1 AND id = ?2")?;
        let rows = all.query_map((), |row| Ok((row.get::<_, i32>(0)?, row.get::<_, Vec<u8>>(1)?)))?;
        let rows: Vec<(i32, Vec<u8>)> = rows.collect::<Result<_, _>>()?;
        for (number, (campaign, id)) in rows.into_iter().enumerate() {
            let name = NAMES[number % NAMES.len()];
            let person = Person {
                name: format!("{name} {number}"),
                email: format!("person.{number}@example.org"),
                postal_code: String::new(),
                city: "Trois-Rivières".to_owned(),
                region: String::new(),
                comment: String::new(),
            };
            let id = Uuid::from_slice(&id)?;
            put.execute((campaign, id.as_bytes(), vault.seal(seat(campaign, id), &person)))?;
        }
    }
    tx.commit()?;
    Ok(())
}

/// Freezes a delivery to whom names may be told, as pressing the button does; its package is made from there.
fn ask(db: &Connection) -> anyhow::Result<()> {
    let to = r#"{"key":"trudeau","name":"Justin Trudeau","office":{"en":"Prime Minister"},"official":null,"lang":"en","riding":"","address":[]}"#;
    let now = now_ms();
    db.execute(
        "INSERT INTO delivery (campaign_id, number, addressee_key, addressee, disclosure, scope, planned_on, stage, cut_off, \
         lines, counts, created_at, changed_at) SELECT id, 1, 'trudeau', ?1, 'name_place', 'all', '2026-12-01', 'freezing', \
         ?2, 0, '', ?2, ?2 FROM campaign LIMIT 1",
        (to, now),
    )?;
    db.execute(
        "INSERT INTO delivery_package (id, campaign_id, delivery, edition, state, done, whole, bytes, gone, manifest, stale, \
         attempts, leased_until, created_at) SELECT ?1, campaign_id, 1, 1, 'making', 0, 0, 0, 0, '', 0, 0, 0, ?2 FROM delivery",
        (Uuid::new_v4().as_bytes(), now),
    )?;
    Ok(())
}

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
async fn made(db: &Connection, process: &Process) -> anyhow::Result<Cost> {
    let (begin, before) = (Instant::now(), process.processor()?);
    let (mut from, mut csv) = (None, None);
    loop {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let pieces: Option<i64> = db
            .query_row("SELECT pieces FROM delivery_file WHERE name = 'roll.csv'", (), |row| row.get(0))
            .ok();
        match pieces {
            Some(..0) => _ = from.get_or_insert_with(Instant::now),
            Some(_) => _ = csv.get_or_insert_with(|| from.map_or(0.0, |from| from.elapsed().as_secs_f64())),
            None => {}
        }
        let (state, bytes): (String, i64) =
            db.query_row("SELECT state, bytes FROM delivery_package", (), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        if state == "ready" {
            #[expect(clippy::cast_precision_loss, reason = "some hundred MB")]
            let size = bytes as f64 / MEBIBYTE;
            return Ok(Cost {
                csv: csv.context("the table was seen")?,
                whole: begin.elapsed().as_secs_f64(),
                processor: process.processor()? - before,
                peak: process.peak()? / MEBIBYTE,
                size,
            });
        }
        anyhow::ensure!(
            state == "making" && begin.elapsed() < Duration::from_mins(20),
            "the package is {state}"
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

pub async fn million(ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    let store = ground.stored(Backend::Sqlite, "delivery", STORED).await?;
    seal(&store)?;
    let process = ground.start(&store, Mail::Held).await?;
    let at_rest = pages(&process).await?;
    process.stop().await?;
    let process = ground.start(&store, Mail::Held).await?;
    let db = database(&store)?;
    ask(&db)?;
    let (cost, beside) = tokio::join!(made(&db, &process), pages(&process));
    let (cost, beside) = (cost?, beside?);
    process.stop().await?;
    let plain = shell(store.folder()).await?;
    let words = ("delivery of 1 million: the table", "sqlite3 -csv of the same rows");
    Ok(vec![
        Finding::new("delivery", "s", words, &[cost.csv], &[plain])
            .held_to(Measure::Ratio, Limit::at_most(2.5))
            .note("opened, written and sealed, while the other files wait"),
        Finding::new(
            "delivery",
            "MB",
            ("delivery of 1 million: the peak of the service's memory", ""),
            &[cost.peak],
            &[],
        )
        .held_to(Measure::Product, Limit::at_most(MOST_MEGABYTES))
        .note(format!(
            "all files, {:.0} MB packed, in {:.0} s with {:.0} s of a processor",
            cost.size, cost.whole, cost.processor
        )),
        Finding::new(
            "delivery",
            "ms",
            ("page p99 at 200 a second while it is made", "at rest"),
            &[beside],
            &[at_rest],
        )
        .held_to(Measure::Product, Limit::at_most(250.0)),
    ])
}
