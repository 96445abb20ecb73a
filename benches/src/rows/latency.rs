use std::time::{Duration, Instant};

use crate::figures::Limit;
use crate::finding::{Finding, Measure};
use crate::ground::Ground;
use crate::latency::Latency;
use crate::load::{self, Acknowledged, Class, Sign};
use crate::schedule::Arrivals;
use crate::service::Mail;
use crate::store::Backend;

/// A hundred times the record of 33 a second.
const RATE: f64 = 3300.0;
/// Past this nobody would wait.
const MOST_MS: f64 = 250.0;

/// How long people wait for the answer to their form when they come at a hundred times the record, whether or not the one
/// before them has been answered.
pub async fn open_loop(ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    let store = ground.empty(Backend::Sqlite, "latency").await?;
    let process = ground.start(&store, Mail::Held).await?;
    let (acknowledged, mut all) = (Acknowledged::default(), Latency::default());
    let (mut p99, mut rates) = (Vec::new(), Vec::new());
    let length = ground.effort.length.max(Duration::from_secs(5));
    for round in 0..ground.effort.rounds {
        let class = Class {
            work: Box::new(Sign::new(&ground.people, Some(&acknowledged))),
            arrivals: Arrivals::new(RATE, length, 40 + round as u64),
            connections: 4096,
        };
        let address = process.address;
        let done = load::on_own_thread(None, move || load::open(address, class, Instant::now())).await;
        let measured = done.all.all_good("signing at 3,300 a second")?;
        p99.push(measured.latency.at(0.99));
        rates.push(measured.rate());
        all.add(&measured.latency);
    }
    process.stop().await?;
    super::sign::check(ground, &store, &acknowledged, 0).await?;
    let words = ("sign p99 at 3,300 a second, open loop", "");
    let took = all.percentiles();
    Ok(vec![
        Finding::new("latency", "ms", words, &p99, &[])
            .held_to(Measure::Product, Limit::at_most(MOST_MS))
            .note(format!(
                "arrivals by chance, counted from when they were due; p50 {:.1} ms, longest {:.0} ms",
                took.p50, took.most
            ))
            .latency("sign, 3,300 a second, open loop", &all),
    ])
}
