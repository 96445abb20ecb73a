use std::time::{Duration, Instant};

use super::STREAM;
use crate::crowd::Crowd;
use crate::figures::Limit;
use crate::finding::{Finding, Measure};
use crate::ground::{Ground, ceiling};
use crate::load::{Acknowledged, Wire};
use crate::machine;
use crate::service::{Mail, Process};
use crate::sink::Sink;
use crate::store::Backend;

/// Updates in one round; the median of them counts.
const UPDATES: usize = 3;
/// Longer than the product's pause between two events.
const BETWEEN: Duration = Duration::from_millis(700);

/// What a round gave: until the last watcher had an update, and what a connection costs.
struct Round {
    milliseconds: f64,
    kilobytes: f64,
}

/// Lets watchers come, sends updates, and lets them go.
async fn round(process: &Process, watchers: usize, mut posts: Vec<Vec<u8>>) -> anyhow::Result<Round> {
    let before = process.memory()?;
    let crowd = Crowd::gather(process.address, STREAM, watchers).await?;
    tokio::time::sleep(BETWEEN).await;
    let mut wire = Wire::open(process.address).await?;
    let mut took = Vec::new();
    while let Some(post) = posts.pop() {
        crowd.reset();
        let begin = Instant::now();
        let status = wire.exchange(&post).await?.status;
        anyhow::ensure!(status == 200 || status == 303, "the update answers {status}");
        took.push(crowd.last_has_it().await?.duration_since(begin).as_secs_f64() * 1000.0);
        tokio::time::sleep(BETWEEN).await;
        anyhow::ensure!(crowd.events() == watchers, "{} events for {watchers} watchers", crowd.events());
    }
    let kilobytes = (process.memory()? - before) / watchers as f64 / 1024.0;
    let milliseconds = crate::figures::Spread::of(&took).map_or(0.0, |spread| spread.median);
    anyhow::ensure!(crowd.lost() == 0, "{} watchers were cut off", crowd.lost());
    Ok(Round { milliseconds, kilobytes })
}

fn post(path: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\ncontent-length: 0\r\n\r\n"
    )
    .into_bytes()
}

/// Confirms through the product: each moves the count by one.
async fn product(ground: &Ground, watchers: usize) -> anyhow::Result<Round> {
    let (store, sink) = (ground.empty(Backend::Sqlite, "live").await?, Sink::start()?);
    let process = ground.start(&store, Mail::To(sink.address, 16)).await?;
    ground.sign_some(&process, UPDATES, &Acknowledged::default()).await?;
    sink.wait_for(UPDATES, ground.effort.patience).await;
    let posts: Vec<_> =
        sink.take_links().iter().map(|link| post(&format!("/en/confirm/{}", link.token))).collect();
    anyhow::ensure!(posts.len() == UPDATES, "{} mails came", posts.len());
    process.settle().await?;
    let round = round(&process, watchers, posts).await?;
    process.stop().await?;
    Ok(round)
}

async fn bare(watchers: usize) -> anyhow::Result<Round> {
    let process = Process::spawn(ceiling(&["live"], None)?).await?;
    let round = round(&process, watchers, vec![post("/publish"); UPDATES]).await?;
    process.stop().await?;
    Ok(round)
}

pub async fn one_update(ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    let watchers = ground.effort.watchers.min(machine::connections_allowed());
    let (mut own, mut other) = (Vec::new(), Vec::new());
    for _ in 0..ground.effort.rounds {
        own.push(product(ground, watchers).await?);
        other.push(bare(watchers).await?);
    }
    let of = |rounds: &[Round], figure: fn(&Round) -> f64| rounds.iter().map(figure).collect::<Vec<_>>();
    let note = if watchers < ground.effort.watchers {
        format!("{watchers} watchers: `ulimit -n` allows no more in one process")
    } else {
        format!("{watchers} watchers; the median of {UPDATES} updates in each round")
    };
    let time = |round: &Round| round.milliseconds;
    let memory = |round: &Round| round.kilobytes;
    let limit = Limit::at_most(1.5);
    let works = [
        format!("{watchers} watchers, one update: until the last has it"),
        format!("memory a watcher, {watchers} of them"),
    ];
    Ok(vec![
        Finding::new("live", "ms", (&works[0], "bare event stream"), &of(&own, time), &of(&other, time))
            .held_to(Measure::Ratio, limit)
            .note(note)
            .note("the product's time begins with the POST that confirms, so it has a commit in it"),
        Finding::new("live", "KB", (&works[1], "bare event stream"), &of(&own, memory), &of(&other, memory))
            .held_to(Measure::Ratio, limit),
    ])
}
