//! The ledger of paper: batches are opened, what is counted of them is written down, and what was wrong corrected.

mod export;
mod open;
pub mod scans;
mod settle;
mod write;

pub use export::{Line, export};
pub use open::open;
pub use settle::Moved;
pub(super) use settle::settle;
pub use write::{Written, write};

use uuid::Uuid;

use super::accounts::By;
use super::{ActionError, Desk};
use crate::domain::ledger::{Batch, Custody, Entry, Refused};
use crate::storage::audits::Entry as Record;
use crate::storage::ledger as stored;
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{StorageError, Transaction};

/// Why nothing was written into the ledger.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    #[error(transparent)]
    Action(#[from] ActionError),
    #[error("there is no such batch, entry, sheet or row")]
    Unknown,
    /// Somebody else wrote since the page was shown.
    #[error("somebody else has written meanwhile")]
    Changed,
    /// A correction that says what stands there.
    #[error("the entry says that already")]
    Nothing,
    /// It would say what cannot have happened.
    #[error("the ledger would say what cannot be")]
    Refused(Refused),
    /// So many were counted, and as many rows have been typed.
    #[error("more rows than were counted")]
    Uncounted(i64),
    /// The sheets with these numbers have been opened before.
    #[error("a sheet is there already")]
    Taken(Vec<i32>),
    /// Somebody else stands in this place of the sheet.
    #[error("the place is taken")]
    Occupied,
}

impl From<StorageError> for LedgerError {
    fn from(error: StorageError) -> Self {
        Self::Action(error.into())
    }
}

impl From<VaultError> for LedgerError {
    fn from(error: VaultError) -> Self {
        Self::Action(error.into())
    }
}

/// Who writes into the ledger of which campaign.
#[derive(Clone, Copy)]
pub struct Keeper<'a> {
    pub campaign: i32,
    pub by: By<'a>,
}

impl Keeper<'_> {
    pub(super) const fn account(&self) -> Option<Uuid> {
        match self.by {
            By::Account(id) => Some(id),
            By::Program(_) => None,
        }
    }

    pub(super) async fn record(
        &self,
        tx: &Transaction,
        desk: &Desk<'_>,
        (act, subject): (&str, String),
        detail: String,
    ) -> Result<(), StorageError> {
        let actor = self.by.name();
        let campaign = Some(self.campaign);
        desk.record(tx, Record { actor: &actor, act, campaign, subject, detail }).await
    }

    /// The batch, kept from others until the transaction ends. The count is locked before it, as everywhere.
    pub(super) async fn hold(&self, tx: &Transaction, batch: i32) -> Result<Batch, LedgerError> {
        let found = stored::find_to_change(&**tx, (self.campaign, batch)).await?;
        found.ok_or(LedgerError::Unknown)
    }
}

pub(super) const fn seat(campaign: i32, entry: Uuid) -> Seat<'static> {
    Seat { table: "ledger_entry", campaign, id: entry }
}

/// Where the photo of an entry is sealed to.
pub(super) const fn photo_seat(campaign: i32, entry: Uuid) -> Seat<'static> {
    Seat { table: "ledger_photo", campaign, id: entry }
}

/// Where it was and who counted; nothing once that is forgotten.
pub fn open_custody(vault: &Vault, campaign: i32, entry: &Entry) -> Result<Custody, VaultError> {
    if entry.sealed.is_empty() {
        return Ok(Custody::default());
    }
    vault.open(seat(campaign, entry.id), &entry.sealed)
}

/// The photo of an entry as a JPEG, where there is one.
pub async fn photo(desk: &Desk<'_>, campaign: i32, entry: &Entry) -> Result<Option<Vec<u8>>, ActionError> {
    let Some(sealed) = stored::entries::find_photo(desk.db.read(), entry.id).await? else { return Ok(None) };
    Ok(Some(desk.vault.open_bytes(photo_seat(campaign, entry.id), &sealed)?))
}
