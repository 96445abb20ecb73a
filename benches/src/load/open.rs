//! Open loop: arrivals are scheduled beforehand and do not wait for answers. For latency, and for what happens past capacity.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::{Measured, Verdict, Wire, Work};
use crate::schedule::Arrivals;

/// After this long without an answer a request is lost: longer than the service lets anybody wait.
const PATIENCE: Duration = Duration::from_secs(20);

/// One kind of request and how often it comes.
pub struct Class {
    pub work: Box<dyn Work>,
    pub arrivals: Arrivals,
    /// Connections at the most; whoever finds none waits for one, and the waiting counts.
    pub connections: usize,
}

/// What came of a class, and how it went second by second.
#[derive(Clone, Default)]
pub struct Timeline {
    pub all: Measured,
    pub seconds: Vec<Measured>,
    /// Scheduled, but there was nothing to ask, such as no link to press yet.
    pub idle: u64,
}

struct Desk {
    work: Box<dyn Work>,
    timeline: Timeline,
    free: Vec<Wire>,
}

struct Shared {
    desk: Mutex<Desk>,
    address: SocketAddr,
    begin: Instant,
}

impl Shared {
    fn desk(&self) -> std::sync::MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sends a class on its schedule, from `begin`; returns when the last has its answer or is lost.
pub async fn open(address: SocketAddr, class: Class, begin: Instant) -> Timeline {
    let most = class.connections;
    let desk = Desk { work: class.work, timeline: Timeline::default(), free: Vec::new() };
    let shared = Arc::new(Shared { desk: Mutex::new(desk), address, begin });
    let mut due: VecDeque<Duration> = class.arrivals.collect();
    let length = due.back().copied().unwrap_or_default();
    let mut under_way = JoinSet::new();
    while let Some(next) = due.front().copied() {
        while under_way.try_join_next().is_some() {}
        let now = begin.elapsed();
        if next > now {
            tokio::time::sleep(next.saturating_sub(now)).await;
            continue;
        }
        if under_way.len() >= most {
            under_way.join_next().await;
            continue;
        }
        due.pop_front();
        let mut request = Vec::with_capacity(768);
        if !shared.desk().work.ask(&mut request) {
            shared.desk().timeline.idle += 1;
            continue;
        }
        under_way.spawn(send(shared.clone(), request, next));
    }
    while under_way.join_next().await.is_some() {}
    let mut timeline = std::mem::take(&mut shared.desk().timeline);
    timeline.all.seconds = length.as_secs_f64();
    timeline
}

async fn send(shared: Arc<Shared>, request: Vec<u8>, due: Duration) {
    let answered = tokio::time::timeout(PATIENCE, exchange(&shared, &request, due)).await;
    let why = match answered {
        Ok(Ok(())) => return,
        Ok(Err(error)) => error.to_string(),
        Err(_) => "no answer in time".to_owned(),
    };
    let mut desk = shared.desk();
    desk.timeline.second(due).lose(&why);
    desk.timeline.all.lose(&why);
}

async fn exchange(shared: &Shared, request: &[u8], due: Duration) -> std::io::Result<()> {
    let free = shared.desk().free.pop();
    let mut wire = match free {
        Some(wire) => wire,
        None => Wire::open(shared.address).await?,
    };
    let answer = wire.exchange(request).await?;
    let took = shared.begin.elapsed().saturating_sub(due);
    let closes = answer.header("connection") == Some("close");
    let mut desk = shared.desk();
    let verdict = desk.work.judge(&answer);
    desk.timeline.count(due, verdict, took);
    if !closes {
        desk.free.push(wire);
    }
    Ok(())
}

impl Timeline {
    /// The second in which a request was due.
    fn second(&mut self, due: Duration) -> &mut Measured {
        let at = usize::try_from(due.as_secs()).unwrap_or(0);
        while self.seconds.len() <= at {
            self.seconds.push(Measured { seconds: 1.0, ..Measured::default() });
        }
        &mut self.seconds[at]
    }

    fn count(&mut self, due: Duration, verdict: Verdict, took: Duration) {
        self.second(due).count(verdict.clone(), took);
        self.all.count(verdict, took);
    }
}
