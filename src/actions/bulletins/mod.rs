//! Updates to supporters: written, published, sent.

pub mod fan_out;
mod outdated;
pub mod publish;
pub mod rehearse;
pub mod send;
pub mod steer;
pub mod write;

pub use outdated::{Outdated, outdated};
use uuid::Uuid;

use super::Desk;
use crate::domain::bulletin::Bulletin;
use crate::storage::audits::Entry;
use crate::storage::{StorageError, Transaction};

/// Why nothing was done about an update.
#[derive(Debug, thiserror::Error)]
pub enum BulletinError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("there is no such update")]
    Unknown,
    /// Somebody else has changed the draft meanwhile: here it is.
    #[error("the draft was changed meanwhile")]
    Overtaken(Box<Bulletin>),
    #[error("no language is whole, or one is half written")]
    NotWhole,
    #[error("there is nothing new to publish")]
    Unchanged,
    #[error("it was published, and stays")]
    Published,
    #[error("it is not published yet")]
    NotPublished,
    #[error("it was sent already")]
    Sent,
    /// The law wants to know who sends.
    #[error("the organisation has no postal address")]
    NoPostalAddress,
    #[error("the sending has ended")]
    Ended,
}

/// Which update, and who acts on it.
#[derive(Clone, Copy, Debug)]
pub struct On {
    pub campaign: i32,
    pub number: i16,
    /// The account; none for the program itself.
    pub by: Option<Uuid>,
}

async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    on: On,
    act: &str,
    detail: String,
) -> Result<(), StorageError> {
    let actor = on.by.map_or_else(|| "demo".to_owned(), |id| format!("account {id}"));
    let entry = Entry {
        actor: &actor,
        act,
        campaign: Some(on.campaign),
        subject: format!("update {}", on.number),
        detail,
    };
    desk.record(tx, entry).await
}
