use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::Serialize;

use super::mix::{Kind, Shared};
use crate::latency::{Latency, Percentiles};
use crate::load::{self, Timeline};

/// What came of one kind of visitor in one stage.
#[derive(Serialize)]
pub struct Tale {
    pub kind: Kind,
    pub sent: u64,
    pub accepted: u64,
    pub limited: u64,
    pub shed: u64,
    pub shed_without_when: u64,
    /// Answers that should not be.
    pub wrong: u64,
    pub first_wrong: Option<String>,
    pub lost: u64,
    pub took: Percentiles,
    /// Each second of the stage: accepted, limited, shed, lost, and the 99th percentile of the accepted.
    #[serde(skip)]
    pub seconds: Vec<[f64; 5]>,
}

/// One stage: so many people a second for so long, and everybody who comes along.
#[derive(Serialize)]
pub struct Stage {
    pub people_a_second: f64,
    pub tales: Vec<Tale>,
    /// How late the load itself was: it shares the machine, and what it was late is in every latency of the stage.
    pub load_late: Percentiles,
}

/// How often the load looks whether it is late.
const BEAT: Duration = Duration::from_millis(5);

/// Notes how late the load's own thread gets to things, until it is cut off.
async fn notice_lateness(late: Arc<Mutex<Latency>>) {
    let mut due = tokio::time::Instant::now();
    loop {
        due += BEAT;
        tokio::time::sleep_until(due).await;
        late.lock().unwrap_or_else(PoisonError::into_inner).record(due.elapsed());
    }
}

impl Tale {
    fn new(kind: Kind, timeline: &Timeline) -> Self {
        let all = &timeline.all;
        let seconds = timeline.seconds.iter().map(|second| {
            [second.good, second.limited, second.shed, second.lost + second.wrong].map(|count| count as f64)
        });
        let slow = timeline.seconds.iter().map(|second| second.latency.at(0.99));
        Self {
            kind,
            sent: all.sent(),
            accepted: all.good,
            limited: all.limited,
            shed: all.shed,
            shed_without_when: all.shed_without_when,
            wrong: all.wrong,
            first_wrong: all.first_wrong.clone(),
            lost: all.lost,
            took: all.latency.percentiles(),
            seconds: seconds.zip(slow).map(|([a, b, c, d], slow)| [a, b, c, d, slow]).collect(),
        }
    }
}

impl Stage {
    /// Runs a stage: all kinds on one thread, each on its own schedule from the same moment.
    pub async fn run(
        shared: &Shared,
        address: SocketAddr,
        people: f64,
        length: Duration,
        seed: u64,
    ) -> anyhow::Result<Self> {
        let classes = Kind::ALL.map(|kind| shared.class(kind, people, length, seed, address));
        let late = Arc::<Mutex<Latency>>::default();
        let noticing = notice_lateness(late.clone());
        let timelines = load::on_own_thread(None, move || async move {
            let begin = Instant::now();
            tokio::spawn(noticing);
            let tasks = classes.map(|class| tokio::spawn(load::open(address, class, begin)));
            futures_util::future::join_all(tasks).await
        })
        .await;
        let mut tales = Vec::new();
        for (kind, timeline) in Kind::ALL.into_iter().zip(timelines) {
            tales.push(Tale::new(kind, &timeline?));
        }
        let load_late = late.lock().unwrap_or_else(PoisonError::into_inner).percentiles();
        Ok(Self { people_a_second: people, tales, load_late })
    }

    pub fn tale(&self, kind: Kind) -> Option<&Tale> {
        self.tales.iter().find(|tale| tale.kind == kind)
    }

    /// One figure of all kinds together.
    pub fn sum(&self, figure: fn(&Tale) -> u64) -> u64 {
        self.tales.iter().map(figure).sum()
    }
}
