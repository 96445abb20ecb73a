use std::time::{Duration, Instant};

use super::{PAGE, STREAM};
use crate::crowd::Crowd;
use crate::figures::Limit;
use crate::finding::{Finding, Measure};
use crate::ground::Ground;
use crate::load::{self, Acknowledged, Class, Closed, Fetch, Sign};
use crate::schedule::Arrivals;
use crate::service::Mail;
use crate::store::Backend;

const STORED: u64 = 1_000_000;
const MEBIBYTE: f64 = 1024.0 * 1024.0;
/// Half of the connections watch, half read pages.
const HALF: usize = 500;
const SIGNERS: f64 = 500.0;

async fn at_rest(ground: &Ground) -> anyhow::Result<f64> {
    let store = ground.empty(Backend::Sqlite, "memory-rest").await?;
    let process = ground.start(&store, Mail::Held).await?;
    let memory = process.memory()? / MEBIBYTE;
    process.stop().await?;
    Ok(memory)
}

/// The most that the service ever used: a million signatures stored, 500 watchers, 500 readers who ask as fast as they can,
/// and 500 people a second who sign.
async fn under_load(ground: &Ground) -> anyhow::Result<f64> {
    let store = ground.stored(Backend::Sqlite, "memory-load", STORED).await?;
    let process = ground.start(&store, Mail::Held).await?;
    let crowd = Crowd::gather(process.address, STREAM, HALF).await?;
    let run = Closed { connections: HALF, ..ground.closed(&process, ground.effort.length) };
    let (acknowledged, length) = (Acknowledged::default(), run.warm_up + run.length);
    let class = Class {
        work: Box::new(Sign::new(&ground.people, Some(&acknowledged))),
        arrivals: Arrivals::new(SIGNERS, length, 77),
        connections: 64,
    };
    let signing = load::on_own_thread(None, move || load::open(run.address, class, Instant::now()));
    let reading = load::closed(run, move |_| Fetch::new(run.address, PAGE, None));
    let (signed, read) = tokio::join!(signing, reading);
    signed.all.all_good("signing")?;
    read?.all_good("reading")?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    anyhow::ensure!(crowd.lost() == 0, "{} watchers were cut off", crowd.lost());
    let peak = process.peak()? / MEBIBYTE;
    process.stop().await?;
    super::sign::check(ground, &store, &acknowledged, 0).await?;
    Ok(peak)
}

pub async fn at_rest_and_under_load(ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    let mut rest = Vec::new();
    for _ in 0..ground.effort.rounds {
        rest.push(at_rest(ground).await?);
    }
    let peak = under_load(ground).await?;
    let busy = "memory, 1 million stored, 1,000 connections: the peak";
    Ok(vec![
        Finding::new("memory", "MB", ("memory at rest", ""), &rest, &[])
            .held_to(Measure::Product, Limit::at_most(60.0)),
        Finding::new("memory", "MB", (busy, ""), &[peak], &[])
            .held_to(Measure::Product, Limit::at_most(250.0))
            .note("500 watch, 500 read pages as fast as they are answered, 500 a second sign"),
    ])
}
