//! Sends what is owed. Mails are claimed for some minutes, written from what their rows say now, handed on by several at
//! once, and ended as soon as they are; the next are claimed and written meanwhile. Cut off in between, a mail is sent again
//! once the claim has passed: at least once, with the same id.

mod address;
mod cards;
mod letters;
mod line;
mod plan;
mod record;
mod reports;
mod rows;
mod staff;
mod team;
mod updates;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinSet;

use crate::app::App;
use crate::domain::moment::Moment;
use crate::storage::StorageError;
use crate::storage::outbox::{self, End};

use line::Line;
use plan::Planned;
use record::Record;

const LEASE: Duration = Duration::from_mins(5);

/// How many mails are claimed at once for each that can be under way.
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

/// Sends all that is due; returns how many mails it took. None while staff have stopped the mail, or while the server is
/// left alone.
pub async fn send_due(app: &Arc<App>) -> Result<usize, StorageError> {
    let first = next(app).await?;
    if first.is_empty() {
        return Ok(0);
    }
    let line = Arc::new(Line::new(app));
    let (outcomes, ended) = mpsc::unbounded_channel();
    let mut hands = JoinSet::new();
    for _ in 0..app.tools.settings.mail.concurrency {
        hands.spawn(line.clone().hand_on(outcomes.clone()));
    }
    drop(outcomes);
    let (count, written) = tokio::join!(fill(app, &line, first), write_down(app, ended));
    hands.join_all().await;
    written?;
    count
}

/// Keeps the line full until nothing is due any more.
async fn fill(app: &App, line: &Line, first: Vec<Planned>) -> Result<usize, StorageError> {
    let mut some = Ok(first);
    let mut count = 0;
    let result = loop {
        match some {
            Ok(planned) if planned.is_empty() => break Ok(count),
            Ok(planned) => {
                count += planned.len();
                line.add(planned);
            }
            Err(error) => break Err(error),
        }
        // What waits is given back then, and what is under way ends.
        if app.stopping.run_until_cancelled(line.ran_low()).await.is_none() {
            break Ok(count);
        }
        some = next(app).await;
    };
    line.close();
    result
}

/// Claims and writes the next mails. What is claimed must have ended before the claim has passed, however slow the server is.
async fn next(app: &App) -> Result<Vec<Planned>, StorageError> {
    let settings = &app.tools.settings.mail;
    let now = app.tools.clock.now();
    if !app.post.is_on() || app.pace.rests(now) || app.stopping.is_cancelled() {
        return Ok(Vec::new());
    }
    let db = &app.tools.db;
    let most = (settings.concurrency * ROUNDS) as u64;
    let mut claimed = Vec::new();
    let claim = async {
        let tx = db.write().await?;
        claimed = outbox::claim(&*tx, now, now + LEASE, most).await?;
        tx.commit().await
    };
    let made = db.answered(claim).await;
    let keys: Vec<_> = claimed.iter().map(|mail| (mail.campaign, mail.id)).collect();
    if let Err(error) = made {
        // The answer may be lost and the claim made all the same.
        give_back(app, &keys, now + LEASE).await?;
        return Err(error);
    }
    if claimed.is_empty() {
        return Ok(Vec::new());
    }
    let until = now + LEASE.saturating_sub(Duration::from_secs(settings.timeout * 3));
    match db.answered(plan::all(app, claimed, (now, until))).await {
        Ok(planned) => Ok(planned),
        Err(error) => {
            give_back(app, &keys, now + LEASE).await?;
            Err(error)
        }
    }
}

/// Writes down what became of mails, while others are still under way.
async fn write_down(
    app: &App,
    mut ended: mpsc::UnboundedReceiver<(Planned, Outcome)>,
) -> Result<(), StorageError> {
    let mut record = Record::default();
    let mut some = Vec::new();
    let most = app.tools.settings.mail.concurrency * ROUNDS;
    while ended.recv_many(&mut some, most).await > 0 {
        record.add(app, some.drain(..).map(|(mail, outcome)| (mail.owed, outcome)));
        if let Err(error) = app.tools.db.answered(record.write(app)).await {
            tracing::warn!(%error, "what became of some mails is written down later");
        }
    }
    // Tries for as long as the claims hold: what is not written down is sent a second time.
    let until = app.tools.clock.now() + LEASE;
    while let Err(error) = app.tools.db.answered(record.write(app)).await {
        if app.tools.clock.now() >= until {
            return Err(error);
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    Ok(())
}

/// Leaves mails that could not be written to the next who asks. Tries for as long as their claim holds: without it they
/// would wait until that has passed.
async fn give_back(app: &App, keys: &[outbox::Key], claimed_until: Moment) -> Result<(), StorageError> {
    while !keys.is_empty() {
        let given = async {
            let tx = app.tools.db.write().await?;
            outbox::give_back_claim(&*tx, keys, claimed_until).await?;
            tx.commit().await
        };
        match app.tools.db.answered(given).await {
            Err(error) if app.tools.clock.now() >= claimed_until => return Err(error),
            Err(_) => tokio::time::sleep(Duration::from_secs(1)).await,
            Ok(()) => break,
        }
    }
    Ok(())
}
