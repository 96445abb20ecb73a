use std::sync::Arc;
use std::time::{Duration, Instant};

use super::PAGE;
use crate::figures::Limit;
use crate::finding::{Finding, Measure};
use crate::ground::{Ground, ceiling, has_cores_apart};
use crate::latency::Latency;
use crate::load::{self, Acknowledged, Class, Closed, Fetch, Measured, Sign, Wire};
use crate::schedule::Arrivals;
use crate::service::{Mail, Process};
use crate::store::Backend;

/// Signatures that are stored meanwhile.
const STORED: u64 = 10_000;
const SIGNERS: f64 = 1000.0;

async fn fetch(process: &Process) -> anyhow::Result<Vec<u8>> {
    let request = format!("GET {PAGE} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n\r\n");
    let mut wire = Wire::open(process.address).await?;
    let answer = wire.exchange(request.as_bytes()).await?;
    anyhow::ensure!(answer.status == 200, "the page answers {}", answer.status);
    Ok(answer.body.to_vec())
}

async fn read(run: Closed, page: Arc<Vec<u8>>) -> anyhow::Result<Measured> {
    let make = move |_| Fetch::new(run.address, PAGE, Some(page.clone()));
    load::closed(run, make).await?.all_good("reading the page")
}

/// The page at rest. Service and load have a core each, so that neither takes from the other.
pub async fn at_rest(ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    let apart = has_cores_apart();
    let (core, others) = (apart.then_some(0), apart.then_some("1"));
    let store = ground.stored(Backend::Sqlite, "page", STORED).await?;
    let process = ground.start_on(&store, Mail::Held, others).await?;
    let page = Arc::new(fetch(&process).await?);
    let file = ground.path("page.html");
    std::fs::write(&file, page.as_slice())?;
    let bare = Process::spawn(ceiling(&["page", &file.display().to_string()], others)?).await?;
    let (mut rates, mut bare_rates) = (Vec::new(), Vec::new());
    let (mut latency, mut bare_latency) = (Latency::default(), Latency::default());
    for _ in 0..ground.effort.rounds {
        for (process, rates, latency) in
            [(&process, &mut rates, &mut latency), (&bare, &mut bare_rates, &mut bare_latency)]
        {
            let run = Closed { core, ..ground.closed(process, ground.effort.length) };
            let measured = read(run, page.clone()).await?;
            rates.push(measured.rate());
            latency.add(&measured.latency);
        }
    }
    process.stop().await?;
    let pinned = if apart { "the service on core 1, the load on core 0" } else { "one core for both" };
    Ok(vec![
        Finding::new(
            "page",
            "/s",
            ("campaign page, 64 connections", "bare axum handler, same bytes"),
            &rates,
            &bare_rates,
        )
        .held_to(Measure::Ratio, Limit::at_least(0.7))
        .note(format!("{} bytes; {STORED} signatures stored; {pinned}", page.len()))
        .latency("page", &latency)
        .latency("bare handler", &bare_latency),
    ])
}

/// The page while people sign, and the page at rest, in turn on the same service.
pub async fn while_signing(ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    let store = ground.stored(Backend::Sqlite, "page-busy", STORED).await?;
    let process = ground.start(&store, Mail::Held).await?;
    let page = Arc::new(fetch(&process).await?);
    let acknowledged = Acknowledged::default();
    let (mut busy, mut rest) = (Vec::new(), Vec::new());
    let (mut busy_latency, mut rest_latency) = (Latency::default(), Latency::default());
    for round in 0..ground.effort.rounds {
        let run = ground.closed(&process, ground.effort.length);
        let at_rest = read(run, page.clone()).await?;
        let length = run.warm_up + run.length + Duration::from_millis(500);
        let class = Class {
            work: Box::new(Sign::new(&ground.people, Some(&acknowledged))),
            arrivals: Arrivals::new(SIGNERS, length, round as u64),
            connections: 1024,
        };
        let signing = load::on_own_thread(None, move || load::open(run.address, class, Instant::now()));
        let (signed, while_signing) = tokio::join!(signing, read(run, page.clone()));
        let (signed, while_signing) = (signed.all.all_good("signing meanwhile")?, while_signing?);
        anyhow::ensure!(signed.rate() > SIGNERS * 0.9, "only {:.0} signed a second", signed.rate());
        rest.push(at_rest.rate());
        busy.push(while_signing.rate());
        rest_latency.add(&at_rest.latency);
        busy_latency.add(&while_signing.latency);
    }
    process.stop().await?;
    super::sign::check(ground, &store, &acknowledged, 0).await?;
    Ok(vec![
        Finding::new(
            "page-busy",
            "/s",
            ("campaign page while 1,000 sign a second", "the same page at rest"),
            &busy,
            &rest,
        )
        .held_to(Measure::Ratio, Limit::at_least(0.7))
        .note("mail queued and not sent; service, both loads and database share all cores")
        .latency("page while people sign", &busy_latency)
        .latency("page at rest", &rest_latency),
    ])
}
