//! The directory of officials: one by one, or a whole list at a time.

pub mod add;
pub mod apply;
pub mod change;
pub mod merge;
pub mod remove;
pub mod separate;
pub mod undo;
pub mod upload;

use std::collections::BTreeSet;

use uuid::Uuid;

use super::Desk;
use crate::domain::account::Account;
use crate::domain::official::{Details, Official};
use crate::storage::audits::Entry;
use crate::storage::{StorageError, Transaction, officials};

/// Why nothing was done to the directory.
#[derive(Debug, thiserror::Error)]
pub enum DirectoryError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("there is no such official or list")]
    Unknown,
    /// Somebody else has changed the official meanwhile; this is how they stand now.
    #[error("somebody else was faster")]
    Overtaken(Box<Official>),
    /// Campaigns address them.
    #[error("campaigns address them")]
    InUse(BTreeSet<String>),
    /// The directory is no longer what the list was compared with, or the list cannot be imported.
    #[error("the comparison no longer holds")]
    Stale,
    /// What was imported has been changed or used since.
    #[error("it has been built upon")]
    BuiltUpon,
}

/// An official of the organisation of whoever asks, kept from others, as whoever asks has seen them.
async fn seen(tx: &Transaction, by: &Account, id: Uuid, revision: i32) -> Result<Official, DirectoryError> {
    let found = officials::find_to_change(&**tx, id).await?.ok_or(DirectoryError::Unknown)?;
    if found.organisation != by.organisation || found.merged_into.is_some() {
        return Err(DirectoryError::Unknown);
    }
    if found.revision == revision { Ok(found) } else { Err(DirectoryError::Overtaken(Box::new(found))) }
}

fn official(desk: &Desk<'_>, by: &Account, details: Details) -> Official {
    Official {
        id: desk.id(),
        organisation: by.organisation,
        revision: 1,
        details,
        merged_into: None,
        merged_over: None,
        updated_at: desk.now,
    }
}

async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    by: &Account,
    act: &str,
    (subject, detail): (String, String),
) -> Result<(), StorageError> {
    let actor = format!("account {}", by.id);
    let entry = Entry { actor: &actor, act, campaign: None, subject, detail };
    desk.record(tx, entry).await
}
