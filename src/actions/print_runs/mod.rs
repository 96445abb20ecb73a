//! Print runs: cards gathered and frozen, made into files, and followed until somebody has them.

mod advance;
mod export;
mod face;
mod gather;
pub mod make;
mod request;
pub mod spread;

pub use advance::advance;
pub use export::{Exported, export};
pub use gather::gather;
pub use request::{cancel, download, request};

use uuid::Uuid;

use super::accounts::By;
use super::{ActionError, Desk, deliveries};
use crate::domain::print_run::{PrintRun, SpanError};
use crate::storage::audits::Entry;
use crate::storage::vault::{Seat, VaultError};
use crate::storage::{StorageError, Transaction, print_runs};

/// Why nothing was done about a print run.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error("there is no such print run")]
    Unknown,
    #[error("the directory knows no address of the official")]
    NoAddress,
    #[error("no approved card waits for this official in this language")]
    Nothing,
    /// It stands elsewhere by now, or what is asked cannot follow.
    #[error("the print run has moved on")]
    MovedOn,
    /// The delivery with which it goes along is frozen: what is in it stays as it is.
    #[error("the print run goes along with delivery {0}, which is frozen")]
    GoesAlong(i32),
    #[error("these are no cards of the run")]
    Span(SpanError),
    #[error("there is no such paper")]
    Stock,
    #[error("the file is not there")]
    NoFile,
}

impl From<ActionError> for PrintError {
    fn from(error: ActionError) -> Self {
        match error {
            ActionError::Storage(error) => Self::Storage(error),
            ActionError::Vault(error) => Self::Vault(error),
            ActionError::Gone => Self::Unknown,
        }
    }
}

/// Which print run, and who acts on it.
#[derive(Clone, Copy)]
pub struct On<'a> {
    pub campaign: i32,
    pub number: i32,
    pub by: By<'a>,
}

/// Where a piece of a file is sealed to.
const fn seat(printing: Uuid, number: i32) -> Seat<'static> {
    Seat { table: "printing_part", campaign: number, id: printing }
}

async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    on: On<'_>,
    act: &str,
    detail: String,
) -> Result<(), StorageError> {
    let actor = on.by.name();
    let entry = Entry {
        actor: &actor,
        act,
        campaign: Some(on.campaign),
        subject: format!("print run {}", on.number),
        detail,
    };
    desk.record(tx, entry).await
}

/// A run that is to be changed, kept from others.
async fn hold(tx: &Transaction, on: On<'_>) -> Result<PrintRun, PrintError> {
    print_runs::find_to_change(&**tx, on.campaign, on.number).await?.ok_or(PrintError::Unknown)
}

/// Discards the files of the run that a card is in: who wrote it has left, and goes out of what can still be fetched.
pub async fn forget(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    card: Uuid,
) -> Result<(), StorageError> {
    if let Some(run) = print_runs::cards::find_run(&**tx, campaign, card).await? {
        print_runs::printings::end_all(&**tx, (campaign, run), desk.now).await?;
        deliveries::forget_card(tx, desk, campaign, run).await?;
    }
    Ok(())
}
