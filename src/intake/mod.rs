//! The hot path. Concurrent signings and confirmings are gathered into one transaction, and each is answered only when
//! that transaction is durable. The queue is bounded: what does not fit is told so at once.

mod group;
mod worker;

use std::sync::Arc;
use std::time::Duration;

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

enum Job {
    Sign(Box<Prepared>, oneshot::Sender<Result<Signed, Shed>>),
    Confirm(Request, oneshot::Sender<Result<Outcome, Shed>>),
}

/// The way in. Cloned freely; when the last one is dropped the worker drains the queue and ends.
#[derive(Clone)]
pub struct Intake {
    queue: mpsc::Sender<Job>,
    patience: Duration,
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
    let intake = Intake { queue: sender, patience, metrics: metrics.clone() };
    let worker = Worker::new(receiver, patience, tools, hub, mail_waits, metrics);
    (intake, worker)
}

impl Intake {
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
        let result = match self.queue.try_send(job) {
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
