//! Moderators decide which cards are printed.

use uuid::Uuid;

use super::{count, mail, record};
use crate::actions::accounts::By;
use crate::actions::{ActionError, Desk};
use crate::domain::moment::Moment;
use crate::domain::postcard::{Because, Postcard, State};
use crate::storage::outbox::{self, Kind as Mail};
use crate::storage::tallies::Count;
use crate::storage::{StorageError, Transaction, postcards};

/// What moderators decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Approve,
    Reject(Because),
    AskChange(Because),
    /// Back to those that wait.
    Undo,
}

impl Decision {
    const fn act(self) -> &'static str {
        match self {
            Self::Approve => "approve_postcard",
            Self::Reject(_) => "reject_postcard",
            Self::AskChange(_) => "ask_postcard_change",
            Self::Undo => "undo_postcard",
        }
    }

    const fn because(self) -> Option<Because> {
        match self {
            Self::Reject(because) | Self::AskChange(because) => Some(because),
            Self::Approve | Self::Undo => None,
        }
    }

    /// Where it leads to.
    const fn state(self) -> State {
        match self {
            Self::Approve => State::Approved,
            Self::Reject(_) => State::Rejected,
            Self::AskChange(_) => State::ChangeAsked,
            Self::Undo => State::Verified,
        }
    }
}

/// What came of a decision: how many it changed, and the count where that moved.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decided {
    pub done: usize,
    pub count: Option<Count>,
}

/// Decides about cards of one campaign, all or none. What is in a print run, or no longer as it was when moderators looked, is
/// left alone.
pub async fn decide(
    desk: &Desk<'_>,
    campaign: i32,
    ids: Vec<Uuid>,
    decision: Decision,
    by: By<'_>,
) -> Result<Decided, ActionError> {
    let tx = desk.db.write().await?;
    count::lock(&tx, campaign).await?;
    let (mut done, mut moved) = (Vec::new(), 0);
    for mut one in postcards::list_to_change(&*tx, campaign, ids).await? {
        let to = decision.state();
        let may = State::SEEN.contains(&one.state) && !one.sealed.is_empty();
        if !may || (one.state, one.because) == (to, decision.because()) {
            continue;
        }
        let before = i64::from(one.is_counted());
        (one.state, one.because) = (to, decision.because());
        one.decided_at = (to != State::Verified).then_some(desk.now);
        tell(&tx, desk, &mut one).await?;
        postcards::save(&*tx, &one).await?;
        moved += i64::from(one.is_counted()) - before;
        done.push(one.id);
    }
    let count = count::moved(&tx, desk, campaign, moved).await?;
    let because = decision.because().map_or("", Because::as_str);
    for id in &done {
        record(&tx, desk, by, decision.act(), (campaign, id.to_string(), because.to_owned())).await?;
    }
    tx.commit().await?;
    Ok(Decided { done: done.len(), count })
}

/// Takes back what was decided at one moment.
pub async fn undo(desk: &Desk<'_>, campaign: i32, at: Moment, by: By<'_>) -> Result<Decided, ActionError> {
    let ids = postcards::list_decided_at(desk.db.read(), campaign, at).await?;
    decide(desk, campaign, ids, Decision::Undo, by).await
}

/// Queues the mail that tells a decision. Of what is approved nobody is told, but for who was told otherwise before. A mail that
/// waits to be sent and says otherwise is taken back.
async fn tell(tx: &Transaction, desk: &Desk<'_>, one: &mut Postcard) -> Result<(), StorageError> {
    let about = (one.campaign, one.id);
    if one.told.is_some() && outbox::take_back(&**tx, about, Mail::PostcardDecided, desk.now).await? {
        one.told = None;
    }
    let is_news = match one.state {
        State::Rejected | State::ChangeAsked => one.told != Some(one.state),
        State::Approved => one.told.is_some_and(|told| told != State::Approved),
        _ => false,
    };
    if is_news {
        one.told = Some(one.state);
        outbox::insert(&**tx, vec![mail(desk, one, Mail::PostcardDecided, 0)]).await?;
    }
    Ok(())
}

/// Puts on record that somebody looks at what people wrote: at one card, or at so many of the queue.
pub async fn look(desk: &Desk<'_>, campaign: i32, seen: &[Uuid], by: By<'_>) -> Result<(), ActionError> {
    let (subject, detail) = match seen {
        [] => return Ok(()),
        [one] => (one.to_string(), String::new()),
        [first, ..] => (first.to_string(), format!("and {} more", seen.len() - 1)),
    };
    let tx = desk.db.write().await?;
    record(&tx, desk, by, "look_at_postcards", (campaign, subject, detail)).await?;
    tx.commit().await?;
    Ok(())
}
