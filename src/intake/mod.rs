//! The hot path. Concurrent signings and confirmings are gathered into one transaction, and each is answered only when
//! that transaction is durable. The queue is bounded: what does not fit is told so at once.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use tokio::sync::{Notify, mpsc, oneshot};
use tracing::{error, warn};

use crate::actions::Desk;
use crate::actions::confirm::{self, Outcome, Request};
use crate::actions::sign::{self, Prepared, SignError, Signed};
use crate::live::Hub;
use crate::storage::StorageError;
use crate::storage::tallies::Count;
use crate::telemetry::Metrics;
use crate::tools::Tools;

/// How often a group is judged again when another node was first, before it is given up.
const RETRIES: usize = 5;

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

/// The end that commits.
pub struct Worker {
    queue: mpsc::Receiver<Job>,
    group: usize,
    patience: Duration,
    tools: Arc<Tools>,
    hub: Arc<Hub>,
    mail_waits: Arc<Notify>,
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
    let worker = Worker { queue: receiver, group: settings.group, patience, tools, hub, mail_waits, metrics };
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

/// What became of a group: its answers, and the counts that moved.
type Attempt = Result<(Vec<Signed>, Vec<Outcome>, Vec<Count>), SignError>;

/// A group split by what is asked, each answer at the place of its question.
#[derive(Default)]
struct Group {
    signings: Vec<Prepared>,
    signers: Vec<oneshot::Sender<Result<Signed, Shed>>>,
    confirmings: Vec<Request>,
    confirmers: Vec<oneshot::Sender<Result<Outcome, Shed>>>,
}

impl Group {
    /// Whoever was told 503 meanwhile has gone: what was not acknowledged is not stored either.
    fn take(&mut self, job: Job) {
        match job {
            Job::Sign(_, answer) if answer.is_closed() => {}
            Job::Confirm(_, answer) if answer.is_closed() => {}
            Job::Sign(prepared, answer) => {
                self.signings.push(*prepared);
                self.signers.push(answer);
            }
            Job::Confirm(request, answer) => {
                self.confirmings.push(request);
                self.confirmers.push(answer);
            }
        }
    }

    fn answer(self, result: Result<(Vec<Signed>, Vec<Outcome>), Shed>) {
        // Whoever no longer waits has gone away: their answer is dropped, what was stored stays.
        match result {
            Ok((signed, outcomes)) => {
                for (answer, signed) in self.signers.into_iter().zip(signed) {
                    let _ = answer.send(Ok(signed));
                }
                for (answer, outcome) in self.confirmers.into_iter().zip(outcomes) {
                    let _ = answer.send(Ok(outcome));
                }
            }
            Err(shed) => {
                for answer in self.signers {
                    let _ = answer.send(Err(shed));
                }
                for answer in self.confirmers {
                    let _ = answer.send(Err(shed));
                }
            }
        }
    }
}

impl Worker {
    /// Commits group after group until every way in is gone and the queue is empty.
    pub async fn run(mut self) {
        let mut jobs = Vec::with_capacity(self.group);
        while self.queue.recv_many(&mut jobs, self.group).await > 0 {
            let mut group = Group::default();
            for job in jobs.drain(..) {
                group.take(job);
            }
            self.metrics.intake_queue.set(i64::try_from(self.queue.len()).unwrap_or(i64::MAX));
            // A fault costs the group that met it, and is told to those who asked; the next group is taken all the same.
            let result = AssertUnwindSafe(self.commit(&group)).catch_unwind().await.unwrap_or_else(|_| {
                error!("a group of signatures met a fault and was not stored");
                self.metrics.panicked();
                Err(Shed::Unavailable)
            });
            self.count(&group, result.as_ref().ok());
            group.answer(result);
        }
    }

    fn count(&self, group: &Group, done: Option<&(Vec<Signed>, Vec<Outcome>)>) {
        let Some((_, outcomes)) = done else { return };
        let mut signed: BTreeMap<i32, u64> = BTreeMap::new();
        for form in &group.signings {
            *signed.entry(form.campaign()).or_default() += 1;
        }
        for (id, by) in signed {
            if let Some(campaign) = self.hub.campaign_by_id(id) {
                self.metrics.signed(&campaign.slug, by);
            }
        }
        for (request, outcome) in group.confirmings.iter().zip(outcomes) {
            if *outcome == Outcome::Confirmed {
                self.metrics.confirmed(&request.campaign.slug, 1);
            }
        }
    }

    async fn commit(&self, group: &Group) -> Result<(Vec<Signed>, Vec<Outcome>), Shed> {
        for _ in 0..RETRIES {
            let Some(done) = self.attempt_in_time(group).await else {
                error!("the database did not say whether it stored a group of signatures");
                return Err(Shed::Unavailable);
            };
            match done {
                Ok((signed, outcomes, counts)) => {
                    self.hub.moved(&counts, self.tools.clock.now());
                    if !signed.is_empty() {
                        self.mail_waits.notify_one();
                    }
                    return Ok((signed, outcomes));
                }
                Err(SignError::Overtaken) => {
                    warn!("another node took an address first; judging the group again");
                }
                Err(SignError::Storage(error)) if error.is_collision() => {
                    warn!("another node was in the way; committing the group again");
                }
                Err(SignError::Storage(error)) => {
                    error!(%error, "a group of signatures was not stored");
                    return Err(Shed::Unavailable);
                }
            }
        }
        Err(Shed::Unavailable)
    }

    /// A server whose machine is gone answers nothing, not even no: after as long as anybody waits for the answer, the
    /// next group is taken all the same. A file always answers.
    async fn attempt_in_time(&self, group: &Group) -> Option<Attempt> {
        if self.tools.db.is_one_process() {
            return Some(self.attempt(group).await);
        }
        tokio::time::timeout(self.patience, self.attempt(group)).await.ok()
    }

    async fn attempt(&self, group: &Group) -> Attempt {
        let desk: Desk<'_> = self.tools.desk();
        let began = Instant::now();
        let tx = self.tools.db.write().await?;
        self.metrics.database_wait.observe(began.elapsed().as_secs_f64());
        // Confirming comes first, since it locks the counts, which everybody locks before signatures.
        let (outcomes, counts) = confirm::confirm_all(&*tx, &desk, &group.confirmings).await?;
        let signed = sign::sign_all(&*tx, &desk, &group.signings).await?;
        tx.commit().await.map_err(|error: StorageError| SignError::Storage(error))?;
        self.metrics.commit_seconds.observe(began.elapsed().as_secs_f64());
        self.metrics.group_size.observe(f64::from(u32::try_from(signed.len() + outcomes.len()).unwrap_or(0)));
        Ok((signed, outcomes, counts))
    }
}
