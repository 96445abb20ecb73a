//! Petitions to parliaments on paper: their text, their sheets, and what became of them.

pub mod export;
pub mod follow;
pub mod note;
pub mod print;
pub mod save;

use uuid::Uuid;

use super::accounts::By;
use super::{ActionError, Desk};
use crate::domain::jurisdiction::Jurisdiction;
use crate::domain::sheet_log::{Custody, Sheet};
use crate::storage::official_petitions::To;
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{StorageError, Transaction, audits};

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    #[error(transparent)]
    Action(#[from] ActionError),
    /// Somebody else was here first.
    #[error("it has changed meanwhile")]
    Changed,
    /// There is no such sheet, or no such version.
    #[error("there is no such sheet")]
    Unknown,
    /// The text cannot be printed as it is.
    #[error("the text cannot be printed")]
    Unprintable,
}

impl From<StorageError> for SheetError {
    fn from(error: StorageError) -> Self {
        Self::Action(error.into())
    }
}

/// Where who has a sheet is sealed to.
pub(super) const fn seat(campaign: i32, id: Uuid) -> Seat<'static> {
    Seat { table: "official_sheet", campaign, id }
}

/// Who has a sheet, as far as that is known.
pub fn open_custody(vault: &Vault, campaign: i32, sheet: &Sheet) -> Result<Custody, VaultError> {
    if sheet.sealed.is_empty() {
        return Ok(Custody::default());
    }
    vault.open(seat(campaign, sheet.id), &sheet.sealed)
}

fn seal_custody(desk: &Desk<'_>, campaign: i32, id: Uuid, custody: &Custody) -> Vec<u8> {
    if custody.is_empty() { Vec::new() } else { desk.vault.seal(seat(campaign, id), custody) }
}

/// A petition of a campaign to a parliament, in the hands of somebody.
#[derive(Clone, Copy)]
pub struct Petition<'a> {
    pub campaign: i32,
    pub jurisdiction: &'a Jurisdiction,
    pub by: By<'a>,
}

impl<'a> Petition<'a> {
    pub const fn to(&self) -> To<'a> {
        (self.campaign, self.jurisdiction.key.as_str())
    }

    async fn record(
        &self,
        tx: &Transaction,
        desk: &Desk<'_>,
        act: &str,
        detail: String,
    ) -> Result<(), StorageError> {
        let actor = self.by.name();
        let campaign = Some(self.campaign);
        let subject = format!("official petition {}", self.jurisdiction.key);
        desk.record(tx, audits::Entry { actor: &actor, act, campaign, subject, detail }).await
    }
}
