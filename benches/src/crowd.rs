//! Watchers: many open event streams, each noting when an event came.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context;
use memchr::memmem;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, oneshot};

/// So many connect at once.
const AT_ONCE: usize = 128;

#[derive(Default)]
struct Seen {
    events: usize,
    last: Option<Instant>,
    lost: usize,
}

/// The watchers, on a thread of their own; they leave when this is dropped.
pub struct Crowd {
    size: usize,
    seen: Arc<Mutex<Seen>>,
    _stop: oneshot::Sender<()>,
}

impl Crowd {
    /// Connects `size` watchers and waits until each has had its first event, and the commotion is over.
    pub async fn gather(address: SocketAddr, path: &str, size: usize) -> anyhow::Result<Self> {
        let (stop, stopped) = oneshot::channel::<()>();
        let seen = Arc::<Mutex<Seen>>::default();
        let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\n\r\n");
        let (request, keeps): (Arc<str>, _) = (request.into(), seen.clone());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        std::thread::spawn(move || {
            runtime.block_on(async move {
                let gate = Arc::new(Semaphore::new(AT_ONCE));
                for _ in 0..size {
                    tokio::spawn(watch(address, request.clone(), gate.clone(), keeps.clone()));
                }
                let _ = stopped.await;
            });
        });
        let crowd = Self { size, seen, _stop: stop };
        crowd.wait_for(size, Duration::from_mins(2)).await.context("connecting the watchers")?;
        Ok(crowd)
    }

    fn seen(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Watchers whose stream has ended.
    pub fn lost(&self) -> usize {
        self.seen().lost
    }

    /// Events that have come in all.
    pub fn events(&self) -> usize {
        self.seen().events
    }

    /// Forgets what came; the next event begins a count.
    pub fn reset(&self) {
        *self.seen() = Seen::default();
    }

    /// Waits until every watcher has had an event since the reset; returns when the last had it.
    pub async fn last_has_it(&self) -> anyhow::Result<Instant> {
        self.wait_for(self.size, Duration::from_mins(1)).await
    }

    async fn wait_for(&self, events: usize, most: Duration) -> anyhow::Result<Instant> {
        let begin = Instant::now();
        while begin.elapsed() < most {
            {
                let seen = self.seen();
                anyhow::ensure!(seen.lost == 0, "{} of {} watchers were cut off", seen.lost, self.size);
                if let Some(last) = seen.last.filter(|_| seen.events >= events) {
                    return Ok(last);
                }
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        anyhow::bail!("{} of {events} events came in {} s", self.events(), most.as_secs())
    }
}

async fn watch(address: SocketAddr, request: Arc<str>, gate: Arc<Semaphore>, keeps: Arc<Mutex<Seen>>) {
    let ended = stream(address, &request, &gate, &keeps).await;
    // A stream ends only when somebody cuts it.
    if ended.is_none() {
        keeps.lock().unwrap_or_else(PoisonError::into_inner).lost += 1;
    }
}

async fn stream(address: SocketAddr, request: &str, gate: &Semaphore, keeps: &Mutex<Seen>) -> Option<()> {
    let permit = gate.acquire().await.ok()?;
    let mut stream = TcpStream::connect(address).await.ok()?;
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut read = Vec::with_capacity(512);
    let mut permit = Some(permit);
    loop {
        if stream.read_buf(&mut read).await.ok()? == 0 {
            return None;
        }
        // An event ends with an empty line; comments carry no data.
        while let Some(end) = memmem::find(&read, b"\n\n") {
            if memmem::find(&read[..end], b"data:").is_some() {
                let mut seen = keeps.lock().unwrap_or_else(PoisonError::into_inner);
                seen.events += 1;
                seen.last = Some(Instant::now());
                drop(permit.take());
            }
            read.drain(..end + 2);
        }
    }
}
