//! A print run of ten thousand cards, on every paper.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use rusqlite::Connection;
use uuid::Uuid;

use super::sign;
use crate::clock::now_ms;
use crate::figures::Limit;
use crate::finding::{Finding, Measure};
use crate::ground::Ground;
use crate::load::{self, Acknowledged, Answer, Class, Closed, Sign, Verdict, Wire, Work};
use crate::people::Person;
use crate::schedule::Arrivals;
use crate::service::{self, Mail, Process};
use crate::store::Store;

const CARDS: u64 = 10_000;
/// What a run of so many may take: seconds of a processor, and bytes at the most.
const MOST_SECONDS: f64 = 10.0;
const MOST_MEGABYTES: f64 = 150.0;
const MEBIBYTE: f64 = 1024.0 * 1024.0;
/// Ten times the record.
const SIGNERS: f64 = 330.0;

const POSTCARD: &str = "/en/campaigns/recognize-celil/postcard";
/// Each paper, and into how many files the product parts a run of so many on it.
const STOCKS: [(&str, &str, u64); 4] = [
    ("shop", "single cards for a print shop", 5),
    ("letter_4", "four on Letter", 2),
    ("a4", "four on A4", 2),
    ("letter_2", "two on Letter", 3),
];

/// As long as people write, in three scripts.
const MESSAGES: [&str; 4] = [
    "Dear Prime Minister,\n\nHüseyin Celil is a Canadian citizen. He has been in prison in China since 2006, and nobody from Canada has been let in to see him. Please ask for consular access and for his release, in public and every time you meet.\n\nThank you.",
    "A passport should mean something. Please bring him home to Burlington, to his wife and his sons.",
    "Please act. ھۈسەيىن جېلىلنى ئائىلىسىگە قايتۇرۇڭ. Bring him home.",
    "My class of grade six signed this card with me. We have read about him, and we have written to him without an answer. We want to know when he is coming home, and what you have done since the last time that somebody asked you. 请把他带回家。",
];

/// Distinct people write cards, each once.
#[derive(Clone)]
struct Write {
    next: Arc<AtomicU64>,
    chosen: Arc<str>,
}

impl Work for Write {
    fn ask(&mut self, into: &mut Vec<u8>) -> bool {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        if number >= CARDS {
            return false;
        }
        let message = MESSAGES[usize::try_from(number).unwrap_or(0) % MESSAGES.len()];
        let message = utf8_percent_encode(message, NON_ALPHANUMERIC);
        let form = format!("{}&{}&sender=full&message={message}", Person(number).form(), self.chosen);
        let head = format!(
            "POST {POSTCARD} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             sec-fetch-site: same-origin\r\naccept: text/html\r\nx-forwarded-for: {}\r\ncontent-length: {}\r\n\r\n",
            Person(number).network(),
            form.len()
        );
        into.extend_from_slice(head.as_bytes());
        into.extend_from_slice(form.as_bytes());
        true
    }

    fn judge(&mut self, answer: &Answer<'_>) -> Verdict {
        if answer.status == 303 { Verdict::Good } else { load::otherwise(answer) }
    }
}

/// The database of the demo.
fn database(store: &Store) -> anyhow::Result<Connection> {
    let db = Connection::open(Store::file(store.folder()))?;
    db.busy_timeout(Duration::from_secs(10))?;
    Ok(db)
}

/// The page with the form, and what somebody chooses in it.
async fn chosen(process: &Process) -> anyhow::Result<String> {
    let mut wire = Wire::open(process.address).await?;
    let request = format!("GET {POSTCARD} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n\r\n");
    let page = String::from_utf8(wire.exchange(request.as_bytes()).await?.body.to_vec())?;
    let value = |name: &str| -> anyhow::Result<String> {
        let field = page.split_once(&format!("name=\"{name}\" value=\"")).context("no such field")?.1;
        Ok(field.split('"').next().unwrap_or_default().to_owned())
    };
    Ok(format!("official={}&design={}", value("official")?, value("design")?))
}

/// The demo with so many cards in one run. They came in through the product; that they were confirmed, approved and gathered
/// is written where they lie, since none of it is measured here.
async fn gathered(ground: &Ground) -> anyhow::Result<Store> {
    let store = service::demo(&ground.program, &ground.path("cards")).await?;
    service::set_defence(&ground.program, &store, "never").await?;
    let process = ground.start(&store, Mail::Held).await?;
    let write = Write { next: Arc::default(), chosen: chosen(&process).await?.into() };
    let run = Closed { warm_up: Duration::ZERO, ..ground.closed(&process, Duration::from_mins(10)) };
    let written = load::closed(run, move |_| write.clone()).await?.all_good("writing cards")?;
    anyhow::ensure!(written.good == CARDS, "{} cards were taken", written.good);
    process.stop().await?;
    let gathered = database(&store)?.execute_batch(
        "UPDATE postcard SET state = 'batched', run = 1, confirmed_at = created_at, decided_at = created_at, \
         batched_at = created_at, place = chosen.place \
         FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM postcard WHERE state = 'pending' AND lang = 'en') \
         AS chosen WHERE postcard.id = chosen.id; \
         INSERT INTO print_run (campaign_id, number, official_id, lang, addressee, at_the_house, elections, cards, stage, note, \
         gathered_at) SELECT campaign_id, 1, official_id, 'en', \
         '[\"PRIME MINISTER OF CANADA\",\"HOUSE OF COMMONS\",\"OTTAWA ON  K1A 0A6\"]', 1, 0, COUNT(*), 'gathered', '', \
         MAX(created_at) FROM postcard WHERE run = 1 GROUP BY campaign_id, official_id; \
         UPDATE tally SET revision = revision + 1, cards_online = cards_online + (SELECT COUNT(*) FROM postcard WHERE run = 1)",
    );
    gathered.context("gathering")?;
    service::recount(&ground.program, &store).await?;
    Ok(store)
}

/// Asks for the files of the whole run.
fn ask(db: &Connection, stock: &str, files: u64) -> anyhow::Result<()> {
    let size = CARDS.div_ceil(files).next_multiple_of(4);
    for file in 0..files {
        let id = Uuid::new_v4();
        let [first, last] = [file * size + 1, CARDS.min((file + 1) * size)].map(u64::cast_signed);
        let asked = db.execute(
            "INSERT INTO printing (id, campaign_id, run, stock, first, last, state, done, left_out, attempts, leased_until, created_at) \
             SELECT ?1, campaign_id, number, ?2, ?3, ?4, 'making', 0, 0, 0, 0, ?5 FROM print_run",
            (id.as_bytes(), stock, first, last, now_ms()),
        )?;
        anyhow::ensure!(asked == 1, "there is no run");
    }
    Ok(())
}

/// What a file costs.
struct Cost {
    /// Of a processor.
    seconds: f64,
    /// The most that the service had, in MB.
    peak: f64,
    /// Of the file, in MB.
    size: f64,
}

/// Has the files made, and waits until they are kept.
async fn cost(ground: &Ground, store: &Store, stock: &str, files: u64) -> anyhow::Result<Cost> {
    let (process, db) = (ground.start(store, Mail::Held).await?, database(store)?);
    let before = process.processor()?;
    let begin = Instant::now();
    ask(&db, stock, files)?;
    loop {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let sql = "SELECT COALESCE(SUM(done), 0), COALESCE(SUM(state = 'making'), 0), COALESCE(SUM(state = 'ready'), 0) FROM printing";
        let (done, making, ready): (i64, i64, i64) =
            db.query_row(sql, (), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let is_whole = u64::try_from(ready) == Ok(files) && u64::try_from(done) == Ok(CARDS);
        match making {
            0 if is_whole => break,
            1.. if begin.elapsed() < Duration::from_mins(5) => {}
            _ => anyhow::bail!("{ready} of {files} files are ready, with {done} cards"),
        }
    }
    let (seconds, peak) = (process.processor()? - before, process.peak()? / MEBIBYTE);
    let size: f64 = db.query_row("SELECT SUM(length(sealed)) FROM printing_part", (), |row| row.get(0))?;
    process.stop().await?;
    db.execute_batch("DELETE FROM printing_part; DELETE FROM printing")?;
    Ok(Cost { seconds, peak, size: size / MEBIBYTE })
}

/// The p99 of signing at ten times the record, at rest or while a file is made.
async fn signing(ground: &Ground, store: &Store, prints: bool) -> anyhow::Result<f64> {
    let process = ground.start(store, Mail::Held).await?;
    let (acknowledged, length) = (Acknowledged::default(), Duration::from_secs(5));
    let class = Class {
        work: Box::new(Sign::new(&ground.people, Some(&acknowledged))),
        arrivals: Arrivals::new(SIGNERS, length, 91),
        connections: 256,
    };
    if prints {
        ask(&database(store)?, "shop", 5)?;
    }
    let address = process.address;
    let done = load::on_own_thread(None, move || load::open(address, class, Instant::now())).await;
    let p99 = done.all.all_good("signing while cards are printed")?.latency.at(0.99);
    process.stop().await?;
    sign::check(ground, store, &acknowledged, 0).await?;
    database(store)?.execute_batch("DELETE FROM printing_part; DELETE FROM printing")?;
    Ok(p99)
}

pub async fn print(ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    let store = gathered(ground).await?;
    let mut findings = Vec::new();
    for (stock, words, files) in STOCKS {
        let (mut seconds, mut memory, mut size) = (Vec::new(), Vec::new(), 0.0);
        for _ in 0..ground.effort.rounds {
            let cost = cost(ground, &store, stock, files).await?;
            seconds.push(cost.seconds);
            memory.push(cost.peak);
            size = cost.size;
        }
        let work = format!("10,000 cards, {words}: processor");
        findings.push(
            Finding::new("cards", "s", (&work, ""), &seconds, &[])
                .held_to(Measure::Product, Limit::at_most(MOST_SECONDS))
                .note(format!(
                    "{files} files of {size:.1} MB together, from asking for them until they are kept"
                )),
        );
        let work = format!("10,000 cards, {words}: the peak of the service's memory");
        findings.push(
            Finding::new("cards", "MB", (&work, ""), &memory, &[])
                .held_to(Measure::Product, Limit::at_most(MOST_MEGABYTES)),
        );
    }
    let (mut beside, mut at_rest) = (Vec::new(), Vec::new());
    for _ in 0..ground.effort.rounds {
        beside.push(signing(ground, &store, true).await?);
        at_rest.push(signing(ground, &store, false).await?);
    }
    let words = ("sign p99 at 330 a second while 10,000 cards are made", "at rest");
    findings.push(
        Finding::new("cards", "ms", words, &beside, &at_rest)
            .held_to(Measure::Product, Limit::at_most(250.0)),
    );
    Ok(findings)
}
