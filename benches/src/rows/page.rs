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
    let mut sides = [Side::of(&process), Side::of(&bare)];
    for _ in 0..ground.effort.rounds {
        for side in &mut sides {
            side.measure(Closed { core, ..ground.closed(side.process, ground.effort.length) }, &page).await?;
        }
    }
    let [own, other] = &sides;
    let pinned = if apart { "the service on core 1, the load on core 0" } else { "one core for both" };
    let words = ("campaign page, 64 connections", "bare axum handler, same bytes");
    let finding = Finding::new("page", "/s", words, &own.rates, &other.rates)
        .held_to(Measure::Ratio, Limit::at_least(0.7))
        .note(format!("{} bytes; {STORED} signatures stored; {pinned}", page.len()))
        .note(format!("processor time of the service a page: {} against {}", own.cost(), other.cost()))
        .latency("page", &own.latency)
        .latency("bare handler", &other.latency);
    process.stop().await?;
    Ok(vec![finding])
}

/// One side of the comparison: what it served, and what that cost it.
struct Side<'a> {
    process: &'a Process,
    rates: Vec<f64>,
    latency: Latency,
    served: u64,
    processor: f64,
    seconds: f64,
}

impl<'a> Side<'a> {
    fn of(process: &'a Process) -> Self {
        let (rates, latency) = (Vec::new(), Latency::default());
        Self { process, rates, latency, served: 0, processor: 0.0, seconds: 0.0 }
    }

    async fn measure(&mut self, run: Closed, page: &Arc<Vec<u8>>) -> anyhow::Result<()> {
        let before = self.process.processor()?;
        // Without warming up, so that what it served and what that cost are of the same time.
        let warm_up = Closed { length: run.warm_up, warm_up: Duration::ZERO, ..run };
        let warm = read(warm_up, page.clone()).await?;
        let measured = read(Closed { warm_up: Duration::ZERO, ..run }, page.clone()).await?;
        self.processor += self.process.processor()? - before;
        self.served += warm.good + measured.good;
        self.seconds += warm.seconds + measured.seconds;
        self.rates.push(measured.rate());
        self.latency.add(&measured.latency);
        Ok(())
    }

    /// Microseconds a page, and how busy its core was: where it was not, the load was what could do no more.
    fn cost(&self) -> String {
        let each = self.processor * 1e6 / self.served.max(1) as f64;
        format!("{each:.1} µs ({:.0} % busy)", 100.0 * self.processor / self.seconds.max(f64::MIN_POSITIVE))
    }
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
