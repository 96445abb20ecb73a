//! What staff do with a message besides answering it.

use uuid::Uuid;

use super::{MessageError, found, note_seat, record, seen};
use crate::actions::accounts::By;
use crate::actions::{ActionError, Desk};
use crate::domain::message::State;
use crate::storage::messages;

/// Puts on record that somebody reads a message.
pub async fn look(desk: &Desk<'_>, id: Uuid, by: By<'_>) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let one = messages::find(&*tx, id).await?.ok_or(ActionError::Gone)?;
    record(&tx, desk, by, "look_at_message", (&one, "")).await?;
    tx.commit().await?;
    Ok(())
}

/// Files a message: new again, done, or spam.
pub async fn set_state(desk: &Desk<'_>, id: Uuid, state: State, by: By<'_>) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let mut one = found(&tx, id).await?;
    one.state = state;
    one.revision += 1;
    messages::save(&*tx, &one).await?;
    record(&tx, desk, by, "file_message", (&one, state.as_str())).await?;
    tx.commit().await?;
    Ok(())
}

/// Notes something about a message, in place of what was noted and seen.
pub async fn note(
    desk: &Desk<'_>,
    (id, revision): (Uuid, i32),
    words: &str,
    by: By<'_>,
) -> Result<(), MessageError> {
    let tx = desk.db.write().await?;
    let mut one = seen(&tx, id, revision).await?;
    one.note = match words {
        "" => Vec::new(),
        words => desk.vault.seal(note_seat(one.campaign, one.id), &words),
    };
    one.revision += 1;
    messages::save(&*tx, &one).await?;
    record(&tx, desk, by, "note_message", (&one, "")).await?;
    tx.commit().await?;
    Ok(())
}

/// Deletes a message, its notes and its answers.
pub async fn delete(desk: &Desk<'_>, id: Uuid, by: By<'_>) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let one = found(&tx, id).await?;
    record(&tx, desk, by, "delete_message", (&one, "")).await?;
    messages::delete(&*tx, id).await?;
    tx.commit().await?;
    Ok(())
}
