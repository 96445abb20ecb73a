use crate::figures::Limit;
use crate::finding::{Finding, Measure};
use crate::ground::{Ground, ceiling};
use crate::latency::Latency;
use crate::load::{self, Acknowledged, Measured, Sign};
use crate::service::{self, Mail, Process};
use crate::sink::Sink;
use crate::store::{Backend, Store};

/// The exact recount: the product's own, and every acknowledged signature found among the rows made since `since`.
pub async fn check(
    ground: &Ground,
    store: &Store,
    acknowledged: &Acknowledged,
    since: i64,
) -> anyhow::Result<()> {
    service::recount(&ground.program, store).await?;
    let truth = store.truth(since).await?;
    truth.check_count()?;
    let (ids, missing) = (acknowledged.ids(), truth.missing(&acknowledged.ids()));
    anyhow::ensure!(missing == 0, "{missing} of {} acknowledged signatures are not stored", ids.len());
    Ok(())
}

/// What both sides gave, round by round.
#[derive(Default)]
struct Sides {
    rates: [Vec<f64>; 2],
    latency: [Latency; 2],
}

impl Sides {
    fn take(&mut self, side: usize, measured: &Measured) {
        self.rates[side].push(measured.rate());
        self.latency[side].add(&measured.latency);
    }
}

/// Signs at a service for the usual time; returns what was measured and all that were acknowledged.
pub async fn sign(
    ground: &Ground,
    process: &Process,
    acknowledged: Option<&Acknowledged>,
) -> anyhow::Result<(Measured, u64)> {
    let sign = Sign::new(&ground.people, acknowledged);
    let each = sign.clone();
    let run = ground.closed(process, ground.effort.length);
    let measured = load::closed(run, move |_| each.clone()).await?.all_good("signing")?;
    Ok((measured, sign.count()))
}

async fn product(ground: &Ground, backend: Backend, mail: Mail) -> anyhow::Result<Measured> {
    let store = ground.empty(backend, "sign").await?;
    let process = ground.start(&store, mail).await?;
    let acknowledged = Acknowledged::default();
    let (measured, count) = sign(ground, &process, Some(&acknowledged)).await?;
    process.stop().await?;
    check(ground, &store, &acknowledged, 0).await?;
    let stored = store.truth(0).await?.signatures.len() as u64;
    anyhow::ensure!(stored == count, "{count} were acknowledged and {stored} are stored");
    Ok(measured)
}

async fn bare(ground: &Ground, backend: Backend) -> anyhow::Result<Measured> {
    let store = ground.nothing(backend, "bare").await?;
    let process = match &store {
        Store::Sqlite { folder } => ceiling(&["sign-sqlite", &folder.display().to_string()], None)?,
        Store::Postgres { url, .. } => ceiling(&["sign-postgres", url], None)?,
    };
    let process = Process::spawn(process).await?;
    let (measured, count) = sign(ground, &process, None).await?;
    process.stop().await?;
    for table in ["signature", "outbox"] {
        let stored = store.count(table).await?.unsigned_abs();
        anyhow::ensure!(
            stored == count,
            "the comparison acknowledged {count} and stored {stored} in {table}"
        );
    }
    Ok(measured)
}

/// Signing against the bare service, both on the same kind of database.
pub async fn against_bare(ground: &Ground, backend: Backend) -> anyhow::Result<Vec<Finding>> {
    let mut sides = Sides::default();
    for _ in 0..ground.effort.rounds {
        sides.take(0, &product(ground, backend, Mail::Held).await?);
        sides.take(1, &bare(ground, backend).await?);
    }
    let key = if backend == Backend::Sqlite { "sign" } else { "sign-postgres" };
    let work = format!("sign, {}, 64 connections", backend.name());
    let words = (work.as_str(), "bare sign service");
    let durable = match backend {
        Backend::Sqlite => "synchronous=FULL on both sides",
        Backend::Postgres => "fsync on, shared_buffers 2 GB, max_wal_size 4 GB, over a socket, on both sides",
    };
    Ok(vec![
        Finding::new(key, "/s", words, &sides.rates[0], &sides.rates[1])
            .held_to(Measure::Ratio, Limit::at_least(0.4))
            .note(format!(
                "mail queued and not sent; {durable}; every acknowledged signature found afterwards"
            ))
            .latency(&format!("sign, {}", backend.name()), &sides.latency[0])
            .latency(&format!("bare service, {}", backend.name()), &sides.latency[1]),
    ])
}

/// What the mails that leave meanwhile cost.
pub async fn while_mail_leaves(ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    let (mut sides, mut mails) = (Sides::default(), 0);
    for _ in 0..ground.effort.rounds {
        let sink = Sink::start()?;
        sides.take(0, &product(ground, Backend::Sqlite, Mail::To(sink.address, 16)).await?);
        mails += sink.count();
        sides.take(1, &product(ground, Backend::Sqlite, Mail::Held).await?);
    }
    let words = ("sign, SQLite, while the mails leave", "the same with mail held");
    Ok(vec![
        Finding::new("sign-mail", "/s", words, &sides.rates[0], &sides.rates[1])
            .note(format!("{mails} mails left meanwhile over 16 connections, on the same cores"))
            .latency("sign while mail leaves", &sides.latency[0]),
    ])
}
