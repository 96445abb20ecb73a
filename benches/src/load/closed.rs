//! Closed loop: so many connections, each asking again as soon as it has its answer. For the ceiling.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::{Measured, Verdict, Wire, Work, on_own_thread};

/// How a closed loop is run.
#[derive(Clone, Copy)]
pub struct Closed {
    pub address: SocketAddr,
    pub connections: usize,
    pub warm_up: Duration,
    pub length: Duration,
    /// The core that the generator keeps to.
    pub core: Option<usize>,
}

/// When it began, and whether an answer at a moment falls into the measured part.
#[derive(Clone, Copy)]
struct Window {
    from: Instant,
    until: Instant,
}

/// Runs until the time is over or the work is done. Whoever has asked waits for the answer, so that all that was
/// acknowledged is known; what is measured is what was answered within the window.
pub async fn closed<W: Work + 'static>(
    run: Closed,
    make: impl Fn(usize) -> W + Send + 'static,
) -> anyhow::Result<Measured> {
    on_own_thread(run.core, move || drive(run, make)).await
}

async fn drive<W: Work + 'static>(run: Closed, make: impl Fn(usize) -> W) -> anyhow::Result<Measured> {
    let mut wires = Vec::with_capacity(run.connections);
    for _ in 0..run.connections {
        wires.push(Wire::open(run.address).await?);
    }
    let from = Instant::now() + run.warm_up;
    let window = Window { from, until: from + run.length };
    let measured = Arc::new(Mutex::new(Measured::default()));
    let tasks: Vec<_> = wires
        .into_iter()
        .enumerate()
        .map(|(n, wire)| tokio::spawn(ask_on(wire, make(n), window, run.address, measured.clone())))
        .collect();
    for task in tasks {
        task.await?;
    }
    let ended = Instant::now().min(window.until);
    let mut measured = measured.lock().unwrap_or_else(PoisonError::into_inner).clone();
    measured.seconds = ended.saturating_duration_since(window.from).as_secs_f64();
    Ok(measured)
}

async fn ask_on<W: Work>(
    mut wire: Wire,
    mut work: W,
    window: Window,
    address: SocketAddr,
    measured: Arc<Mutex<Measured>>,
) {
    let mut request = Vec::with_capacity(1024);
    loop {
        request.clear();
        let asked = Instant::now();
        if asked >= window.until || !work.ask(&mut request) {
            return;
        }
        let answer = wire.exchange(&request).await;
        let now = Instant::now();
        let verdict = answer.map(|answer| work.judge(&answer));
        let counts = || measured.lock().unwrap_or_else(PoisonError::into_inner);
        match verdict {
            Ok(verdict) => {
                // What is wrong is wrong at any time.
                if (now >= window.from && now < window.until) || matches!(verdict, Verdict::Wrong(_)) {
                    counts().count(verdict, now - asked);
                }
            }
            Err(error) => {
                counts().lose(&error.to_string());
                let Ok(fresh) = Wire::open(address).await else { return };
                wire = fresh;
            }
        }
    }
}
