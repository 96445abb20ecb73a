use std::time::Instant;

use super::PAGE;
use crate::figures::Limit;
use crate::finding::{Finding, Measure};
use crate::ground::Ground;
use crate::load::Wire;
use crate::service::{Launch, Mail, spawn};
use crate::store::{Backend, Store};

const STORED: u64 = 1_000_000;

/// From the start of the process to the last byte of the first page, in milliseconds.
async fn once(ground: &Ground, store: &Store) -> anyhow::Result<f64> {
    let request = format!("GET {PAGE} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n\r\n");
    let begin = Instant::now();
    let launch =
        Launch { program: &ground.program, store, mail: Mail::Held, stock_limits: false, cores: None };
    let process = spawn(launch).await?;
    let mut wire = Wire::open(process.address).await?;
    let status = wire.exchange(request.as_bytes()).await?.status;
    let took = begin.elapsed().as_secs_f64() * 1000.0;
    anyhow::ensure!(status == 200, "the page answers {status}");
    process.settle().await?;
    process.stop().await?;
    Ok(took)
}

pub async fn to_first_page(ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    let full = ground.stored(Backend::Sqlite, "start-full", STORED).await?;
    let empty = ground.empty(Backend::Sqlite, "start-empty").await?;
    // Holds the mail of both, and leaves both as a clean end leaves them.
    for store in [&full, &empty] {
        ground.start(store, Mail::Held).await?.stop().await?;
    }
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for _ in 0..ground.effort.starts {
        with.push(once(ground, &full).await?);
        without.push(once(ground, &empty).await?);
    }
    let words = ("start to first page, 1 million stored", "start without signatures");
    Ok(vec![
        Finding::new("start", "ms", words, &with, &without)
            .held_to(Measure::Ratio, Limit::at_most(2.0))
            .note(format!("{} starts each, files in the page cache", ground.effort.starts)),
    ])
}
