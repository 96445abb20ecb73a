//! What who wrote a card may still change.

use uuid::Uuid;

use super::{open_written, seat};
use crate::actions::{ActionError, Desk};
use crate::domain::postcard::{Message, Postcard, Sender, State};
use crate::storage::postcards;

/// How the sender stands on it, until it is in a print run.
pub async fn change_sender(
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
    sender: Sender,
) -> Result<(), ActionError> {
    change(desk, campaign, id, |one| {
        let may = one.state.is_before_print();
        if may {
            one.sender = sender;
        }
        Ok(may)
    })
    .await
}

/// Consents to updates from now, or takes the consent back.
pub async fn ask_updates(desk: &Desk<'_>, campaign: i32, id: Uuid, wanted: bool) -> Result<(), ActionError> {
    change(desk, campaign, id, |one| {
        one.updates_since = wanted.then_some(desk.now);
        Ok(true)
    })
    .await
}

/// Writes the message anew, as moderators have asked; it is back in their queue.
pub async fn change_message(
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
    message: &Message,
) -> Result<(), ActionError> {
    change(desk, campaign, id, |one| {
        if one.state != State::ChangeAsked {
            return Ok(false);
        }
        let mut written = open_written(desk.vault, one)?;
        message.as_str().clone_into(&mut written.message);
        one.doubts = desk.rules.doubts.of(&written.message, &written.person);
        one.sealed = desk.vault.seal(seat(one.campaign, one.id), &written);
        (one.state, one.because, one.told, one.decided_at) = (State::Verified, None, None, None);
        Ok(true)
    })
    .await
}

/// Changes a card that stands; gone where it may not be changed any more.
async fn change(
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
    change: impl FnOnce(&mut Postcard) -> Result<bool, ActionError>,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let found = postcards::find_to_change(&*tx, campaign, id).await?;
    let mut one =
        found.filter(|one| one.state.stands() && !one.sealed.is_empty()).ok_or(ActionError::Gone)?;
    if !change(&mut one)? {
        return Err(ActionError::Gone);
    }
    postcards::save(&*tx, &one).await?;
    tx.commit().await?;
    Ok(())
}
