//! Staff decide who stands on the list.

use uuid::Uuid;

use super::{claim, has_own_mail, mail, open_signatory, record};
use crate::actions::accounts::By;
use crate::actions::{ActionError, Desk, deliveries};
use crate::domain::local_name::LocalName;
use crate::domain::moment::Moment;
use crate::domain::sign_on::{DeclineReason, Kind, SignOn, State};
use crate::domain::tag::Tag;
use crate::storage::outbox::{self, Kind as Mail};
use crate::storage::{StorageError, Transaction, letters, sign_ons};

/// What staff decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Vet,
    Decline(DeclineReason),
    /// Back to those that wait.
    Undo,
}

impl Decision {
    const fn act(self) -> &'static str {
        match self {
            Self::Vet => "vet_sign_on",
            Self::Decline(_) => "decline_sign_on",
            Self::Undo => "undo_sign_on",
        }
    }
}

/// How many were decided, and how many could not be vetted since another stands for the same organisation already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    pub done: usize,
    pub blocked: usize,
}

/// Decides about sign-ons of one campaign, all or none. Who signed is told by mail, once for each decision that holds. What
/// is no longer as it was when staff looked is left alone.
pub async fn decide(
    desk: &Desk<'_>,
    campaign: i32,
    ids: Vec<Uuid>,
    decision: Decision,
    by: By<'_>,
) -> Result<Decided, ActionError> {
    let tx = desk.db.write().await?;
    letters::lock(&*tx, campaign).await?;
    let (mut done, mut blocked) = (Vec::new(), 0);
    let mut listed = Vec::new();
    for mut one in sign_ons::list_to_change(&*tx, campaign, ids).await? {
        let was = one.state;
        match apply(&tx, desk, &mut one, decision).await? {
            Applied::Done => {}
            Applied::Blocked => {
                blocked += 1;
                continue;
            }
            Applied::Not => continue,
        }
        tell(&tx, desk, &mut one).await?;
        sign_ons::save(&*tx, &one).await?;
        if State::Vetted == was || State::Vetted == one.state {
            listed.push(one.id);
        }
        done.push(one.id);
    }
    if !listed.is_empty() {
        letters::touch(&*tx, campaign).await?;
        // Packages name whoever stood under the letter, or leave out who stands there again.
        deliveries::retell(&tx, desk, campaign, listed).await?;
    }
    let reason = match decision {
        Decision::Decline(reason) => reason.as_str(),
        Decision::Vet | Decision::Undo => "",
    };
    for id in &done {
        record(&tx, desk, by, decision.act(), (campaign, id.to_string(), reason)).await?;
    }
    tx.commit().await?;
    Ok(Decided { done: done.len(), blocked })
}

/// Takes back what was decided at one moment.
pub async fn undo(desk: &Desk<'_>, campaign: i32, at: Moment, by: By<'_>) -> Result<Decided, ActionError> {
    let ids = sign_ons::list_decided_at(desk.db.read(), campaign, at).await?;
    decide(desk, campaign, ids, Decision::Undo, by).await
}

enum Applied {
    Done,
    /// Another stands for the same organisation.
    Blocked,
    /// It does not stand where this could be decided.
    Not,
}

/// Changes the row as decided.
async fn apply(
    tx: &Transaction,
    desk: &Desk<'_>,
    one: &mut SignOn,
    decision: Decision,
) -> Result<Applied, ActionError> {
    let is_organisation = one.kind == Kind::Organisation;
    match (decision, one.state) {
        (Decision::Vet, State::Held | State::Declined) => {
            if !claim(&**tx, one).await? {
                return Ok(Applied::Blocked);
            }
            if is_organisation && one.names.is_empty() {
                let name = open_signatory(desk.vault, one)?.organisation;
                one.names = vec![LocalName { lang: Tag::from(one.lang), name }];
            }
            (one.state, one.decline_reason) = (State::Vetted, None);
        }
        (Decision::Decline(reason), State::Held | State::Vetted) => {
            (one.state, one.decline_reason) = (State::Declined, Some(reason));
            // Somebody else may speak for the organisation.
            if is_organisation {
                one.claim = None;
            }
        }
        (Decision::Undo, State::Vetted | State::Declined) => {
            (one.state, one.decline_reason) = (State::Held, None);
            if is_organisation {
                one.claim = None;
                if has_own_mail(&open_signatory(desk.vault, one)?) {
                    claim(&**tx, one).await?;
                }
            }
        }
        _ => return Ok(Applied::Not),
    }
    one.decided_at = (one.state != State::Held).then_some(desk.now);
    Ok(Applied::Done)
}

/// Queues the mail that tells the decision, unless it was the last that was told. One that waits to be sent and says
/// otherwise is taken back.
async fn tell(tx: &Transaction, desk: &Desk<'_>, one: &mut SignOn) -> Result<(), StorageError> {
    let about = (one.campaign, one.id);
    if one.told.is_some() && outbox::take_back(&**tx, about, Mail::SignOnDecided, desk.now).await? {
        one.told = None;
    }
    if matches!(one.state, State::Vetted | State::Declined) && one.told != Some(one.state) {
        one.told = Some(one.state);
        outbox::insert(&**tx, vec![mail(desk, one, Mail::SignOnDecided, 0)]).await?;
    }
    Ok(())
}
