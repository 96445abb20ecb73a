//! The inbox: what people wrote to the organisers, and what becomes of it.

mod answer;
mod file;

pub use answer::answer;
pub use file::{delete, look, note, set_state};

use uuid::Uuid;

use super::accounts::By;
use super::{ActionError, Desk};
use crate::domain::message::{Answer, Message, Received, Sent};
use crate::storage::audits::Entry;
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{StorageError, Transaction, messages};

/// Where an answer is sealed to.
pub const fn answer_seat(campaign: i32, id: Uuid) -> Seat<'static> {
    Seat { table: "message_answer", campaign, id }
}

/// Where what staff noted about a message is sealed to.
pub const fn note_seat(campaign: i32, id: Uuid) -> Seat<'static> {
    Seat { table: "message_note", campaign, id }
}

pub fn open_message(vault: &Vault, one: &Received) -> Result<Message, VaultError> {
    vault.open(super::contact::message_seat(one.campaign, one.id), &one.sealed)
}

/// What staff noted; empty where they noted nothing.
pub fn open_note(vault: &Vault, one: &Received) -> Result<String, VaultError> {
    if one.note.is_empty() {
        return Ok(String::new());
    }
    vault.open(note_seat(one.campaign, one.id), &one.note)
}

pub fn open_answer(vault: &Vault, campaign: i32, sent: &Sent) -> Result<Answer, VaultError> {
    vault.open(answer_seat(campaign, sent.id), &sent.sealed)
}

/// Why nothing was done about a message.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    #[error(transparent)]
    Action(#[from] ActionError),
    /// Somebody has answered, noted or filed it meanwhile.
    #[error("somebody else was faster")]
    Overtaken,
}

impl From<StorageError> for MessageError {
    fn from(error: StorageError) -> Self {
        Self::Action(error.into())
    }
}

impl From<VaultError> for MessageError {
    fn from(error: VaultError) -> Self {
        Self::Action(error.into())
    }
}

/// A message that is there, kept from others until the transaction ends.
async fn found(tx: &Transaction, id: Uuid) -> Result<Received, ActionError> {
    messages::find_to_change(&**tx, id).await?.ok_or(ActionError::Gone)
}

/// The same, if it still stands as it was seen.
async fn seen(tx: &Transaction, id: Uuid, revision: i32) -> Result<Received, MessageError> {
    let one = found(tx, id).await?;
    if one.revision == revision { Ok(one) } else { Err(MessageError::Overtaken) }
}

/// Puts an act of staff on record. It names the message, never its writer.
async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    by: By<'_>,
    act: &str,
    (one, detail): (&Received, &str),
) -> Result<(), StorageError> {
    let (actor, subject, detail) = (by.name(), one.id.to_string(), detail.to_owned());
    let campaign = Some(one.campaign);
    desk.record(tx, Entry { actor: &actor, act, campaign, subject, detail }).await
}
