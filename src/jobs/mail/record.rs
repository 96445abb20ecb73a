//! What became of mails, written down in groups.

use std::collections::BTreeMap;
use std::time::Duration;

use tracing::{info, warn};
use uuid::Uuid;

use super::Outcome;
use crate::app::App;
use crate::domain::moment::{DAY, Moment};
use crate::storage::StorageError;
use crate::storage::outbox::{self, End, Key, Kind, Owed};
use crate::storage::reports::issues;
use crate::storage::{mailings, returns};

const FIRST_RETRY: Duration = Duration::from_secs(5);

/// What is to be written in the next transaction.
#[derive(Default)]
pub struct Record {
    ended: BTreeMap<End, Vec<Key>>,
    /// Those of updates, which are counted.
    updates: BTreeMap<(i32, i16, End), Vec<Key>>,
    /// What became of reports, which their pages say.
    reports: Vec<(Uuid, i16, End)>,
    /// The signatures whose mail was refused for good.
    unreachable: Vec<(i32, Uuid)>,
    later: Vec<(Key, Moment)>,
    postponed: Vec<(Key, Moment)>,
    back: Vec<Key>,
}

impl Record {
    pub fn add(&mut self, app: &App, outcomes: impl Iterator<Item = (Owed, Outcome)>) {
        for (mail, outcome) in outcomes {
            let key = (mail.campaign, mail.id);
            match outcome {
                Outcome::Ended(end) => {
                    if let (End::Failed, Kind::Confirm | Kind::Update, Some(signature)) =
                        (end, mail.kind, mail.subject)
                    {
                        self.unreachable.push((mail.campaign, signature));
                    }
                    self.end(app, &mail, end);
                }
                Outcome::Later(why) => self.put_back(app, &mail, &why),
                Outcome::NotBefore(due) => self.postponed.push((key, due)),
                Outcome::Back => self.back.push(key),
            }
        }
    }

    fn end(&mut self, app: &App, mail: &Owed, end: End) {
        let key = (mail.campaign, mail.id);
        if end != End::Sent {
            info!(mail = %mail.id, end = end.as_str(), "a mail was not sent");
        }
        app.metrics.mail_ended(end.as_str());
        if let (Kind::Report, Some(receiver)) = (mail.kind, mail.subject) {
            self.reports.push((receiver, mail.number, end));
        }
        match mail.kind {
            Kind::Update => self.updates.entry((mail.campaign, mail.number, end)).or_default().push(key),
            _ => self.ended.entry(end).or_default().push(key),
        }
    }

    /// Tries again after 5 s, 10 s, 20 s … an hour, for as long as its signature may wait.
    fn put_back(&mut self, app: &App, mail: &Owed, why: &str) {
        let now = app.tools.clock.now();
        let key = (mail.campaign, mail.id);
        if now >= mail.created_at + DAY * app.tools.settings.retention.unconfirmed {
            warn!(mail = %mail.id, why, "a mail could not be sent in all its days");
            return self.end(app, mail, End::Failed);
        }
        let wait = FIRST_RETRY * 2u32.saturating_pow(mail.attempts.clamp(0, 12).unsigned_abs().into());
        info!(mail = %mail.id, why, attempts = mail.attempts + 1, "a mail waits for another try");
        app.metrics.mail_retried();
        self.later.push((key, now + wait.min(outbox::LONGEST_WAIT)));
    }

    /// Writes it down, and is empty then. What could not be written is kept, to be written later.
    pub async fn write(&mut self, app: &App) -> Result<(), StorageError> {
        let tx = app.tools.db.write().await?;
        let now = app.tools.clock.now();
        for (end, keys) in &self.ended {
            outbox::end(&*tx, keys, *end, now).await?;
        }
        for ((campaign, number, end), keys) in &self.updates {
            mailings::end(&*tx, (*campaign, *number), keys, *end, now).await?;
        }
        for (receiver, issue, end) in &self.reports {
            issues::end(&*tx, (*receiver, *issue), *end, now).await?;
        }
        for (campaign, signature) in &self.unreachable {
            returns::mark(&*tx, *campaign, *signature, now).await?;
        }
        for (key, due) in &self.later {
            outbox::retry(&*tx, *key, *due).await?;
        }
        for (key, due) in &self.postponed {
            outbox::postpone(&*tx, *key, *due).await?;
        }
        outbox::give_back(&*tx, &self.back).await?;
        tx.commit().await?;
        *self = Self::default();
        Ok(())
    }
}
