//! The hot path. Concurrent signings and confirmings are gathered into one transaction, and each is answered only when
//! that transaction is durable. The queue is bounded: what does not fit is told so at once.

mod group;
mod worker;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::{Notify, mpsc, oneshot};

pub use self::worker::Worker;
use crate::actions::confirm::{Outcome, Request};
use crate::actions::sign::{Prepared, Signed};
use crate::live::Hub;
use crate::telemetry::Metrics;
use crate::tools::Tools;

/// Why something was not taken in. None of it was acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Shed {
    /// The queue is full.
    #[error("the intake is full")]
    Full,
    /// The database did not answer in time, or refused.
    #[error("the database does not take it")]
    Unavailable,
}

/// Somebody who waits for this long shows that more come than go: until fewer wait, nobody else is let in.
const LONG: Duration = Duration::from_secs(1);

/// What waits, and since when.
struct Waiting {
    job: Job,
    since: Instant,
}

enum Job {
    Sign(Box<Prepared>, oneshot::Sender<Result<Signed, Shed>>),
    Confirm(Request, oneshot::Sender<Result<Outcome, Shed>>),
}

/// The way in. Cloned freely; when the last one is dropped the worker drains the queue and ends.
#[derive(Clone)]
pub struct Intake {
    queue: mpsc::Sender<Waiting>,
    patience: Duration,
    /// As many as one group takes.
    group: usize,
    /// Whether those who were taken last had waited long.
    crowded: Arc<AtomicBool>,
    metrics: Arc<Metrics>,
}

/// Makes both ends.
pub fn open(
    tools: Arc<Tools>,
    hub: Arc<Hub>,
    mail_waits: Arc<Notify>,
    metrics: Arc<Metrics>,
) -> (Intake, Worker) {
    let settings = &tools.settings.intake;
    let (sender, receiver) = mpsc::channel(settings.queue);
    let patience = Duration::from_secs(settings.patience);
    let crowded = Arc::<AtomicBool>::default();
    let (group, crowd) = (settings.group, crowded.clone());
    let intake = Intake { queue: sender, patience, group, crowded, metrics: metrics.clone() };
    let worker = Worker::new(receiver, crowd, patience, (tools, hub, mail_waits, metrics));
    (intake, worker)
}

impl Intake {
    /// Whether there is room for one more, who would not wait too long. Asked before a form is read, so that under more load
    /// than the machine can bear no work is done in vain.
    pub fn room(&self) -> Result<(), Shed> {
        let waiting = self.queue.max_capacity() - self.queue.capacity();
        if self.queue.capacity() == 0 || (waiting >= self.group && self.crowded.load(Ordering::Relaxed)) {
            self.metrics.shed("full");
            return Err(Shed::Full);
        }
        Ok(())
    }

    /// Signs, and returns once it is on the disk.
    pub async fn sign(&self, prepared: Prepared) -> Result<Signed, Shed> {
        let (answer, answered) = oneshot::channel();
        self.ask(Job::Sign(Box::new(prepared), answer), answered).await
    }

    /// Confirms, and returns once it is counted on the disk.
    pub async fn confirm(&self, request: Request) -> Result<Outcome, Shed> {
        let (answer, answered) = oneshot::channel();
        self.ask(Job::Confirm(request, answer), answered).await
    }

    async fn ask<T>(&self, job: Job, answered: oneshot::Receiver<Result<T, Shed>>) -> Result<T, Shed> {
        self.room()?;
        let result = match self.queue.try_send(Waiting { job, since: Instant::now() }) {
            Err(_) => Err(Shed::Full),
            Ok(()) => match tokio::time::timeout(self.patience, answered).await {
                Ok(Ok(result)) => result,
                Ok(Err(_)) | Err(_) => Err(Shed::Unavailable),
            },
        };
        match result {
            Err(Shed::Full) => self.metrics.shed("full"),
            Err(Shed::Unavailable) => self.metrics.shed("unavailable"),
            Ok(_) => {}
        }
        result
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;
    use std::time::Duration;

    use tokio::sync::mpsc;

    use super::{Intake, Shed, Waiting};

    #[tokio::test]
    async fn nobody_is_let_in_where_they_would_wait_long() {
        let (queue, _taken) = mpsc::channel::<Waiting>(8);
        let (crowded, metrics) = Default::default();
        let intake = Intake { queue, patience: Duration::from_secs(1), group: 2, crowded, metrics };
        assert_eq!(intake.room(), Ok(()));
        intake.crowded.store(true, Ordering::Relaxed);
        let one = intake.queue.reserve().await.unwrap();
        assert_eq!(intake.room(), Ok(()), "the next group takes all who wait");
        let two = intake.queue.reserve().await.unwrap();
        assert_eq!(intake.room(), Err(Shed::Full));
        intake.crowded.store(false, Ordering::Relaxed);
        assert_eq!(intake.room(), Ok(()));
        let rest = intake.queue.reserve_many(6).await.unwrap();
        assert_eq!(intake.room(), Err(Shed::Full), "the queue has an end");
        drop((one, two, rest));
        assert_eq!(intake.room(), Ok(()));
    }
}
