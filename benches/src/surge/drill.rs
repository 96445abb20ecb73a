use std::net::SocketAddr;
use std::time::{Duration, Instant};

use serde::Serialize;

use super::checks::{self, Check};
use super::mix::{Kind, Shared};
use super::stage::{Stage, Tale};
use super::{Options, RECORD};
use crate::crowd::Crowd;
use crate::finding::Line;
use crate::ground::Ground;
use crate::load::{self, Class, Sign};
use crate::machine::Machine;
use crate::report::{Panel, figure, rare_and_slow, series};
use crate::schedule::Arrivals;
use crate::service::{self, Launch, Mail};
use crate::sink::Sink;

/// What a signing day was like.
#[derive(Serialize)]
pub struct Drill {
    pub machine: Machine,
    pub database: &'static str,
    pub defence: &'static str,
    pub watchers: usize,
    pub updates_seen: usize,
    /// The most memory that the service used, in megabytes.
    pub peak: f64,
    pub mails: usize,
    pub stages: Vec<Stage>,
    pub checks: Vec<Check>,
}

pub const HEADINGS: [&str; 9] =
    ["Stage and who", "Sent", "Accepted", "Limited 429", "Shed 503", "Lost", "p50", "p99", "Longest"];

const STREAM: &str = "/campaigns/recognize-celil/live";
/// Between two stages.
const BREATH: Duration = Duration::from_secs(2);
/// After so long it is not coming back by itself.
const COMES_BACK: Duration = Duration::from_mins(2);
/// The pace at which it must be itself again: p99 of signing at the record's rate.
const ITSELF_MS: f64 = 250.0;

pub async fn run(
    ground: &Ground,
    machine: Machine,
    options: &Options,
    watchers: usize,
) -> anyhow::Result<Drill> {
    let (store, sink) = (ground.empty(options.database, "surge").await?, Sink::start()?);
    service::set_defence(&ground.program, &store, options.defence.name()).await?;
    let launch = Launch {
        program: &ground.program,
        store: &store,
        mail: Mail::To(sink.address, 16),
        stock_limits: true,
        cores: None,
    };
    let process = service::start(launch).await?;
    process.settle().await?;
    let crowd = Crowd::gather(process.address, STREAM, watchers).await?;
    let shared = Shared::new(&sink);
    let stages = all_stages(&shared, process.address, options).await?;
    let back_after = comes_back(&shared, process.address).await?;
    // Whoever has a mail by now confirms at leisure.
    sink.wait_for(usize::MAX, Duration::from_secs(3)).await;
    ground.confirm_all(&process, &sink, (&shared.confirmed, true)).await?;
    let (lost, updates_seen) = (crowd.lost(), crowd.events());
    drop(crowd);
    let peak = process.peak()? / 1024.0 / 1024.0;
    process.stop().await?;
    let truth = store.truth(0).await?;
    let drift = service::recount(&ground.program, &store).await.err().map(|error| error.to_string());
    let mut checks = checks::behaviour(&stages, lost, back_after);
    let twice = sink.taken().repeated;
    checks.extend(checks::recount(&stages, &shared, &truth, drift, twice));
    let (database, defence, mails) = (options.database.name(), options.defence.name(), sink.count());
    Ok(Drill { machine, database, defence, watchers, updates_seen, peak, mails, stages, checks })
}

async fn all_stages(shared: &Shared, address: SocketAddr, options: &Options) -> anyhow::Result<Vec<Stage>> {
    let (mut stages, length) = (Vec::new(), Duration::from_secs_f64(options.seconds));
    for (seed, times) in (1..).zip(&options.times) {
        println!("{:.0} people a second …", times * RECORD);
        stages.push(Stage::run(shared, address, times * RECORD, length, seed).await?);
        tokio::time::sleep(BREATH).await;
    }
    Ok(stages)
}

/// Seconds since the last answer of the last stage until people who sign at the record's rate are all taken at once again,
/// three seconds in a row.
async fn comes_back(shared: &Shared, address: SocketAddr) -> anyhow::Result<Option<f64>> {
    let (begin, mut in_a_row) = (Instant::now(), 0);
    while begin.elapsed() < COMES_BACK {
        let class = Class {
            work: Box::new(Sign::new(&shared.people, Some(&shared.signed))),
            arrivals: Arrivals::new(RECORD, Duration::from_secs(1), 999),
            connections: 64,
        };
        let probe = load::on_own_thread(None, move || load::open(address, class, Instant::now())).await.all;
        let itself = probe.good == probe.sent() && probe.latency.at(0.99) < ITSELF_MS;
        in_a_row = if itself { in_a_row + 1 } else { 0 };
        if in_a_row == 3 {
            let after = begin.elapsed() + BREATH;
            return Ok(Some((after.as_secs_f64() - 3.0).max(0.0)));
        }
    }
    Ok(None)
}

impl Drill {
    /// The lines of the table.
    pub fn lines(&self) -> Vec<[String; 9]> {
        let line = |stage: &Stage, tale: &Tale| {
            let name = format!("{:.0}/s: {}", stage.people_a_second, tale.kind.words());
            let counts = [tale.sent, tale.accepted, tale.limited, tale.shed, tale.lost + tale.wrong];
            let [sent, accepted, limited, shed, lost] = counts.map(figure_of);
            let [p50, p99, most] = [tale.took.p50, tale.took.p99, tale.took.most].map(milliseconds);
            [name, sent, accepted, limited, shed, lost, p50, p99, most]
        };
        self.stages.iter().flat_map(|stage| stage.tales.iter().map(move |tale| line(stage, tale))).collect()
    }

    /// What the table does not say.
    pub fn words(&self) -> String {
        let late = self.stages.iter().map(|stage| format!("{} ms", figure(stage.load_late.p99)));
        format!(
            "{}; proofs of work: {}; {} watchers saw {} updates; {} mails left; the service used {} MB at the most; the load itself was late by \
             {} (p99 of each stage), which is in the latencies",
            self.database,
            self.defence,
            self.watchers,
            figure_of(self.updates_seen as u64),
            figure_of(self.mails as u64),
            figure(self.peak),
            late.collect::<Vec<_>>().join(", ")
        )
    }

    pub fn print(&self) {
        println!("\n{}\n{}\n", self.machine.words(), self.words());
        let rows: Vec<[String; 9]> =
            std::iter::once(HEADINGS.map(str::to_owned)).chain(self.lines()).collect();
        for row in &rows {
            println!(
                "{:<34}{:>10}{:>10}{:>13}{:>10}{:>8}{:>12}{:>12}{:>12}",
                row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8]
            );
        }
        println!();
        for check in &self.checks {
            println!("{:<6}  {}: {}", if check.holds { "holds" } else { "MISSED" }, check.what, check.seen);
        }
    }

    /// Second by second: what became of those who signed, and how long pages and signing took.
    pub fn plots(&self) -> anyhow::Result<Vec<(&'static str, String, String)>> {
        let outcomes = ["accepted", "limited (429)", "shed (503)", "lost"];
        let people: Vec<Line> = outcomes
            .iter()
            .enumerate()
            .map(|(at, name)| Line { name: (*name).to_owned(), points: self.timeline(Kind::People, at) })
            .collect();
        let slow =
            [(Kind::People, "signing, accepted"), (Kind::Readers, "page"), (Kind::Confirmers, "confirming")]
                .map(|(kind, name)| Line { name: name.to_owned(), points: self.timeline(kind, 4) });
        let seconds = |second: f64| format!("{second:.0}");
        let panel = |title, y| Panel { title, x: "second of the drill", y, limit: None, x_label: &seconds };
        Ok(vec![
            (
                "surge-outcomes",
                "What became of people who signed, by the second in which they came; the stages follow one another.".to_owned(),
                series(&panel("People who sign", "a second"), &people)?,
            ),
            (
                "surge-latency",
                "How long the slowest hundredth of the accepted waited, counted from when they came.".to_owned(),
                rare_and_slow(&panel("99th percentile of the accepted", "milliseconds"), &slow)?,
            ),
        ])
    }

    /// One figure of a kind through all stages.
    fn timeline(&self, kind: Kind, figure: usize) -> Vec<(f64, f64)> {
        let mut points = Vec::new();
        for tale in self.stages.iter().filter_map(|stage| stage.tale(kind)) {
            for second in &tale.seconds {
                points.push((points.len() as f64, second[figure]));
            }
        }
        points
    }
}

/// Where nothing was accepted, nothing took any time.
fn milliseconds(took: f64) -> String {
    if took > 0.0 { format!("{} ms", figure(took)) } else { "–".to_owned() }
}

fn figure_of(count: u64) -> String {
    if count < 10 { count.to_string() } else { figure(count as f64).trim_end_matches(".0").to_owned() }
}
