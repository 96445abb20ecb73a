//! Sends what is owed. Mails are claimed for some minutes, written from what their rows say now, handed on by several at
//! once, and ended as soon as they are. Cut off in between, a mail is sent again once the claim has passed: at least once,
//! with the same id.

mod plan;
mod record;

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::{Notify, mpsc};
use tokio::task::JoinSet;

use crate::app::App;
use crate::domain::moment::Moment;
use crate::mail::SendError;
use crate::storage::StorageError;
use crate::storage::outbox::{self, End, Owed};

use plan::{Plan, Planned};
use record::Record;

const LEASE: Duration = Duration::from_mins(5);

/// How many mails one batch takes for each that can be under way at once.
const ROUNDS: usize = 16;

/// What became of a mail that was claimed.
#[derive(Clone, Debug)]
enum Outcome {
    Ended(End),
    /// To be tried again later, since the server said so.
    Later(String),
    /// Not begun, since its domain has had its share.
    NotBefore(Moment),
    /// Not begun.
    Back,
}

/// Sends one batch of what is due; returns how many mails it took. None while staff have stopped the mail, or while the
/// server is left alone.
pub async fn send_due(app: &Arc<App>) -> Result<usize, StorageError> {
    let now = app.tools.clock.now();
    if !app.post.is_on() || app.pace.rests(now) {
        return Ok(0);
    }
    let tx = app.tools.db.write().await?;
    let most = (app.tools.settings.mail.concurrency * ROUNDS) as u64;
    let claimed = outbox::claim(&*tx, now, now + LEASE, most).await?;
    tx.commit().await?;
    let count = claimed.len();
    if count == 0 {
        return Ok(0);
    }
    let keys: Vec<_> = claimed.iter().map(|mail| (mail.campaign, mail.id)).collect();
    match plan::all(app, claimed, now).await {
        Ok(planned) => Batch::of(app, planned, now).send().await?,
        Err(error) => {
            give_back(app, &keys, now + LEASE).await?;
            return Err(error);
        }
    }
    Ok(count)
}

/// Leaves mails that could not be written to the next who asks. Tries for as long as their claim holds: without it they
/// would wait until that has passed.
async fn give_back(app: &App, keys: &[outbox::Key], claimed_until: Moment) -> Result<(), StorageError> {
    loop {
        let given = async {
            let tx = app.tools.db.write().await?;
            outbox::give_back(&*tx, keys).await?;
            tx.commit().await
        };
        match given.await {
            Err(error) if app.tools.clock.now() >= claimed_until => return Err(error),
            Err(_) => tokio::time::sleep(Duration::from_secs(1)).await,
            Ok(()) => return Ok(()),
        }
    }
}

/// Mails that are handed on together.
struct Batch {
    app: Arc<App>,
    waiting: Mutex<VecDeque<Planned>>,
    /// Rung when a domain may have another mail.
    ended: Notify,
    /// No mail is begun after this, so that all have ended before the claim has passed, however slow the server is.
    until: Moment,
}

impl Batch {
    fn of(app: &Arc<App>, planned: Vec<Planned>, now: Moment) -> Arc<Self> {
        let slowest = Duration::from_secs(app.tools.settings.mail.timeout * 3);
        Arc::new(Self {
            app: app.clone(),
            waiting: Mutex::new(planned.into()),
            ended: Notify::new(),
            until: now + LEASE.saturating_sub(slowest),
        })
    }

    /// Hands all on and writes down what became of each, while others are still under way.
    async fn send(self: Arc<Self>) -> Result<(), StorageError> {
        let concurrency = self.app.tools.settings.mail.concurrency;
        let (outcomes, mut ended) = mpsc::unbounded_channel();
        let mut hands = JoinSet::new();
        for _ in 0..concurrency {
            hands.spawn(self.clone().hand_on(outcomes.clone()));
        }
        drop(outcomes);
        let mut record = Record::default();
        let mut some = Vec::new();
        while ended.recv_many(&mut some, concurrency * ROUNDS).await > 0 {
            record.add(&self.app, some.drain(..));
            if let Err(error) = record.write(&self.app).await {
                tracing::warn!(%error, "what became of some mails is written down later");
            }
        }
        hands.join_all().await;
        self.write_at_last(record).await
    }

    /// Tries for as long as the claims hold: what is not written down is sent a second time.
    async fn write_at_last(&self, mut record: Record) -> Result<(), StorageError> {
        while let Err(error) = record.write(&self.app).await {
            if self.app.tools.clock.now() >= self.until {
                return Err(error);
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        Ok(())
    }

    async fn hand_on(self: Arc<Self>, outcomes: mpsc::UnboundedSender<(Owed, Outcome)>) {
        loop {
            let ended = self.ended.notified();
            match self.next() {
                Next::Mail(mail) => {
                    let outcome = self.carry(&mail).await;
                    let _ = outcomes.send((mail.owed, outcome));
                }
                Next::Busy => ended.await,
                Next::None => return,
            }
        }
    }

    /// The next mail whose domain has room.
    fn next(&self) -> Next {
        let most = self.app.tools.settings.mail.domain_concurrency;
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let free = waiting.iter().position(|mail| match &mail.plan {
            Plan::Send { domain, .. } => self.app.pace.begin(domain, most),
            Plan::End(_) | Plan::Fault => true,
        });
        match free.and_then(|at| waiting.remove(at)) {
            Some(mail) => Next::Mail(Box::new(mail)),
            None if waiting.is_empty() => Next::None,
            None => Next::Busy,
        }
    }

    async fn carry(&self, mail: &Planned) -> Outcome {
        match &mail.plan {
            Plan::End(end) => Outcome::Ended(*end),
            Plan::Fault => fault(&self.app),
            Plan::Send { domain, envelope } => {
                // A fault costs the mail that met it one try, and nobody their turn.
                let sent = AssertUnwindSafe(self.send_one(domain, envelope)).catch_unwind().await;
                let outcome = sent.unwrap_or_else(|_| fault(&self.app));
                self.app.pace.end(domain);
                self.ended.notify_waiters();
                outcome
            }
        }
    }

    async fn send_one(&self, domain: &str, envelope: &crate::mail::Envelope) -> Outcome {
        let app = &self.app;
        let now = app.tools.clock.now();
        if now >= self.until || app.pace.rests(now) {
            return Outcome::Back;
        }
        if let Err(limited) = app.limits.check_domain(app.tools.vault.index("domain", &[domain])) {
            return Outcome::NotBefore(now + limited.wait);
        }
        let most = Duration::from_secs(app.tools.settings.mail.timeout * 2);
        let sent = tokio::time::timeout(most, app.mailer.send(envelope)).await;
        match sent.unwrap_or_else(|_| Err(SendError::NotNow("timed out".into()))) {
            Ok(()) => {
                app.pace.there();
                Outcome::Ended(End::Sent)
            }
            Err(SendError::Refused(why)) => {
                tracing::warn!(mail = %envelope.id, why, "the mail server refused a mail for good");
                Outcome::Ended(End::Failed)
            }
            Err(SendError::NotNow(why)) => Outcome::Later(why),
            Err(SendError::Away(why)) => {
                tracing::warn!(why, "the mail server is away");
                app.pace.away(now);
                Outcome::Back
            }
        }
    }
}

/// The program failed at this mail; it may not at the next try.
fn fault(app: &App) -> Outcome {
    app.metrics.panicked();
    Outcome::Later("fault".into())
}

enum Next {
    Mail(Box<Planned>),
    /// All that waits is for domains that have no room now.
    Busy,
    None,
}
