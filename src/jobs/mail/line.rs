//! The mails that wait to be handed on, and the hands that do it.

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::{Notify, mpsc};

use super::plan::{Plan, Planned};
use super::{Outcome, updates};
use crate::app::App;
use crate::domain::moment::Moment;
use crate::mail::{Envelope, SendError};
use crate::storage::outbox::{End, Kind};

/// Mails that wait, in their order.
pub struct Line {
    app: Arc<App>,
    waiting: Mutex<Waiting>,
    /// Rung when a hand may find a mail: one has come, or its domain has room again, or no more will come.
    moved: Notify,
    /// Rung when more should be claimed.
    low: Notify,
}

#[derive(Default)]
struct Waiting {
    mails: VecDeque<Planned>,
    is_closed: bool,
}

enum Next {
    Mail(Box<Planned>),
    /// Nothing waits, or all that waits is for domains that have no room now.
    Nothing,
    Over,
}

impl Line {
    pub fn new(app: &Arc<App>) -> Self {
        let waiting = Mutex::default();
        Self { app: app.clone(), waiting, moved: Notify::new(), low: Notify::new() }
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// So few that more should be claimed: writing those takes less time than handing these on.
    fn is_low(&self, waiting: &Waiting) -> bool {
        waiting.mails.len() <= self.app.tools.settings.mail.concurrency * super::ROUNDS / 2
    }

    pub fn add(&self, mails: Vec<Planned>) {
        self.waiting().mails.extend(mails);
        self.moved.notify_waiters();
    }

    /// No more will come.
    pub fn close(&self) {
        self.waiting().is_closed = true;
        self.moved.notify_waiters();
    }

    /// Waits until more should be claimed.
    pub async fn ran_low(&self) {
        while !self.is_low(&self.waiting()) {
            self.low.notified().await;
        }
    }

    /// Hands mail after mail on, and tells what became of each.
    pub async fn hand_on(self: Arc<Self>, outcomes: mpsc::UnboundedSender<(Planned, Outcome)>) {
        loop {
            let moved = self.moved.notified();
            match self.next() {
                Next::Mail(mail) => {
                    let outcome = self.carry(&mail).await;
                    let _ = outcomes.send((*mail, outcome));
                }
                Next::Nothing => moved.await,
                Next::Over => return,
            }
        }
    }

    /// The next mail whose domain has room.
    fn next(&self) -> Next {
        let most = self.app.tools.settings.mail.domain_concurrency;
        let mut waiting = self.waiting();
        let free = waiting.mails.iter().position(|mail| match &mail.plan {
            Plan::Send { domain, .. } => self.app.pace.begin(domain, most),
            Plan::End(_) | Plan::Fault => true,
        });
        let mail = free.and_then(|at| waiting.mails.remove(at));
        if self.is_low(&waiting) {
            self.low.notify_one();
        }
        match mail {
            Some(mail) => Next::Mail(Box::new(mail)),
            None if waiting.is_closed && waiting.mails.is_empty() => Next::Over,
            None => Next::Nothing,
        }
    }

    async fn carry(&self, mail: &Planned) -> Outcome {
        match &mail.plan {
            Plan::End(end) => Outcome::Ended(*end),
            Plan::Fault => fault(&self.app),
            Plan::Send { domain, envelope } => {
                let stopped = match mail.owed.kind {
                    Kind::Update => updates::stopped(&self.app, &mail.owed).await,
                    _ => None,
                };
                if let Some(outcome) = stopped {
                    self.app.pace.end(domain);
                    self.moved.notify_waiters();
                    return outcome;
                }
                // A fault costs the mail that met it one try, and nobody their turn.
                let sent = AssertUnwindSafe(self.send_one(domain, envelope, mail.until)).catch_unwind().await;
                let outcome = sent.unwrap_or_else(|_| fault(&self.app));
                self.app.pace.end(domain);
                self.moved.notify_waiters();
                outcome
            }
        }
    }

    async fn send_one(&self, domain: &str, envelope: &Envelope, until: Moment) -> Outcome {
        let app = &self.app;
        let now = app.tools.clock.now();
        if now >= until || app.pace.rests(now) || app.stopping.is_cancelled() {
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
