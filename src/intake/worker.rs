use std::collections::{BTreeMap, BTreeSet};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use tokio::sync::{Notify, mpsc};
use tracing::{error, warn};
use uuid::Uuid;

use super::group::Group;
use super::{LONG, Shed, Waiting};
use crate::actions::Desk;
use crate::actions::confirm::{self, Outcome};
use crate::actions::sign::{self, SignError, Signed};
use crate::live::Hub;
use crate::storage::tallies::Count;
use crate::telemetry::Metrics;
use crate::tools::Tools;

/// How often a group is judged again when another node was first, before it is given up.
const RETRIES: usize = 5;

/// So few are not worth two commits.
const FEW: usize = 32;

/// The end that commits.
pub struct Worker {
    queue: mpsc::Receiver<Waiting>,
    crowded: Arc<AtomicBool>,
    clerk: Clerk,
}

/// What committing needs.
struct Clerk {
    patience: Duration,
    tools: Arc<Tools>,
    hub: Arc<Hub>,
    mail_waits: Arc<Notify>,
    metrics: Arc<Metrics>,
}

/// What became of a group: its answers.
type Done = Result<(Vec<Signed>, Vec<Outcome>), Shed>;

/// The same before it is final, with the counts that moved.
type Attempt = Result<(Vec<Signed>, Vec<Outcome>, Vec<Count>), SignError>;

impl Worker {
    pub(super) fn new(
        queue: mpsc::Receiver<Waiting>,
        crowded: Arc<AtomicBool>,
        patience: Duration,
        (tools, hub, mail_waits, metrics): (Arc<Tools>, Arc<Hub>, Arc<Notify>, Arc<Metrics>),
    ) -> Self {
        Self { queue, crowded, clerk: Clerk { patience, tools, hub, mail_waits, metrics } }
    }

    /// Commits group after group until every way in is gone and the queue is empty.
    pub async fn run(self) {
        let Self { mut queue, crowded, clerk } = self;
        let most = clerk.tools.settings.intake.group;
        let mut jobs = Vec::with_capacity(most);
        // Half of those who wait: the others are read and sealed while these are made durable.
        while queue.recv_many(&mut jobs, (queue.len() / 2).max(FEW).min(most)).await > 0 {
            let longest = jobs.first().map_or(Duration::ZERO, |first: &Waiting| first.since.elapsed());
            crowded.store(longest > LONG, Ordering::Relaxed);
            let mut group = Group::default();
            for waiting in jobs.drain(..) {
                group.take(waiting.job);
            }
            clerk.metrics.intake_queue.set(i64::try_from(queue.len()).unwrap_or(i64::MAX));
            clerk.settle(group).await;
        }
    }
}

impl Clerk {
    /// Stores a group and answers everybody in it.
    async fn settle(&self, mut group: Group) {
        // A fault costs the group that met it, and is told to those who asked; the next group is taken all the same.
        let stored =
            AssertUnwindSafe(self.sign_new(&group)).catch_unwind().await.unwrap_or_else(|_| self.fault());
        match stored {
            Ok(stored) if !stored.is_empty() => {
                let new = group.split_off(&stored);
                let signed = sign::signed(&new.signings);
                self.answer(new, Ok((signed, Vec::new())));
            }
            Ok(_) => {}
            Err(shed) => return self.answer(group, Err(shed)),
        }
        if group.is_empty() {
            return;
        }
        let result =
            AssertUnwindSafe(self.commit(&mut group)).catch_unwind().await.unwrap_or_else(|_| self.fault());
        self.answer(group, result);
    }

    fn fault<T>(&self) -> Result<T, Shed> {
        error!("a group of signatures met a fault and was not stored");
        self.metrics.panicked();
        Err(Shed::Unavailable)
    }

    fn answer(&self, group: Group, result: Done) {
        if let Ok((signed, outcomes)) = &result {
            self.count(&group, outcomes);
            if !signed.is_empty() {
                self.mail_waits.notify_one();
            }
        }
        group.answer(result);
    }

    fn count(&self, group: &Group, outcomes: &[Outcome]) {
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

    /// Where the database can: stores those who sign for the first time, which most do, by one statement that is a
    /// transaction by itself. Returns who that were; the others are judged in a transaction of their own.
    async fn sign_new(&self, group: &Group) -> Result<BTreeSet<Uuid>, Shed> {
        let Some(db) = self.tools.db.by_key() else { return Ok(BTreeSet::new()) };
        let began = Instant::now();
        let Ok(result) = tokio::time::timeout(self.patience, sign::sign_new(db, &group.signings)).await
        else {
            error!("the database did not say whether it stored a group of signatures");
            return Err(Shed::Unavailable);
        };
        match result {
            Ok(stored) => {
                if !stored.is_empty() {
                    self.observe(began, stored.len());
                }
                Ok(stored)
            }
            // A statement that failed has stored nothing: the transaction finds out what is the matter.
            Err(error) => {
                warn!(%error, "a group of signatures is judged one by one");
                Ok(BTreeSet::new())
            }
        }
    }

    async fn commit(&self, group: &mut Group) -> Done {
        for _ in 0..RETRIES {
            let Some(done) = self.attempt_in_time(group).await else {
                error!("the database did not say whether it stored a group of signatures");
                return Err(Shed::Unavailable);
            };
            match done {
                Ok((signed, outcomes, counts)) => {
                    self.hub.moved(&counts, self.tools.clock.now());
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
    async fn attempt_in_time(&self, group: &mut Group) -> Option<Attempt> {
        if self.tools.db.is_one_process() {
            return Some(self.attempt(group).await);
        }
        tokio::time::timeout(self.patience, self.attempt(group)).await.ok()
    }

    async fn attempt(&self, group: &mut Group) -> Attempt {
        let desk: Desk<'_> = self.tools.desk();
        let began = Instant::now();
        let tx = self.tools.db.write_by_key().await?;
        self.metrics.database_wait.observe(began.elapsed().as_secs_f64());
        group.let_go();
        // Confirming comes first, since it locks the counts, which everybody locks before signatures.
        let (outcomes, counts) = confirm::confirm_all(&*tx, &desk, &group.confirmings).await?;
        let signed = sign::sign_all(&*tx, &desk, &group.signings).await?;
        tx.commit().await.map_err(SignError::Storage)?;
        self.observe(began, signed.len() + outcomes.len());
        Ok((signed, outcomes, counts))
    }

    fn observe(&self, began: Instant, stored: usize) {
        self.metrics.commit_seconds.observe(began.elapsed().as_secs_f64());
        self.metrics.group_size.observe(f64::from(u32::try_from(stored).unwrap_or(0)));
    }
}
