//! Recurring reports: set up, switched on, made when they are due, and ended by who gets them.

mod approve;
mod comments;
mod facts;
mod leave;
mod make;
mod save;
mod steer;
mod try_out;

use uuid::Uuid;

pub use approve::{approve, wants_two};
pub use comments::open_chosen;
pub use facts::gather;
pub(in crate::actions) use leave::leave_in;
pub use leave::{drop_receiver, leave};
pub use make::{Made, make};
pub use save::{create, update};
pub use steer::{end, is_open, pause, switch_on};
pub use try_out::try_out;

use super::accounts::By;
use super::{ActionError, Desk};
use crate::domain::email::EmailAddress;
use crate::domain::household::Index;
use crate::domain::report::{EmailFault, Mailbox, Receiver, Report};
use crate::domain::token::{Claims, Purpose};
use crate::storage::audits::Entry;
use crate::storage::reports::{self, Of, receivers};
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{StorageError, Transaction};

/// Why nothing was done about a report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error("there is no such report")]
    Unknown,
    /// Somebody else has changed it meanwhile: here it is.
    #[error("the report was changed meanwhile")]
    Overtaken(Box<Report>),
    #[error("the campaign has as many reports as it may have")]
    TooMany,
    #[error("an address cannot get it")]
    Email(EmailFault),
    /// The law wants to know who sends.
    #[error("the organisation has no postal address")]
    NoPostalAddress,
    #[error("nobody gets it")]
    NoReceiver,
    #[error("the text no longer asks the addressee")]
    NoAddressee,
    #[error("the campaign is not public, or no longer")]
    NotPublic,
    /// Four eyes are two people's.
    #[error("whoever set it up cannot approve it")]
    OwnReport,
    #[error("the report stands elsewhere by now")]
    MovedOn,
}

impl From<ActionError> for ReportError {
    fn from(error: ActionError) -> Self {
        match error {
            ActionError::Storage(error) => Self::Storage(error),
            ActionError::Vault(error) => Self::Vault(error),
            ActionError::Gone => Self::Unknown,
        }
    }
}

/// Which report, and who acts on it.
#[derive(Clone, Copy)]
pub struct On<'a> {
    pub of: Of,
    pub by: By<'a>,
}

/// Where a receiver's mailbox is sealed to.
const fn seat(campaign: i32, id: Uuid) -> Seat<'static> {
    Seat { table: "report_receiver", campaign, id }
}

/// Opens where a report goes.
pub fn open_mailbox(vault: &Vault, receiver: &Receiver) -> Result<Mailbox, VaultError> {
    vault.open(seat(receiver.campaign, receiver.id), &receiver.sealed)
}

/// The link by which a receiver ends their reports.
pub fn stop_token(vault: &Vault, campaign: i32, receiver: Uuid) -> String {
    vault.token(&Claims { purpose: Purpose::StopReports, campaign, id: receiver, expires: None })
}

/// How a receiver is found by their address. Other than a signature's, so that nobody who reads the database sees which
/// signature is whose.
pub const RECEIVER: &str = "report_receiver";

/// The same address under every key.
fn indexes(desk: &Desk<'_>, email: &EmailAddress) -> Vec<Index> {
    desk.vault.indexes(RECEIVER, &[&email.canonical(&desk.rules.email)])
}

fn index(desk: &Desk<'_>, email: &EmailAddress) -> Index {
    desk.vault.index(RECEIVER, &[&email.canonical(&desk.rules.email)])
}

async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    on: On<'_>,
    act: &str,
    detail: String,
) -> Result<(), StorageError> {
    let actor = on.by.name();
    let (campaign, number) = on.of;
    let entry =
        Entry { actor: &actor, act, campaign: Some(campaign), subject: format!("report {number}"), detail };
    desk.record(tx, entry).await
}

/// A report that is to be changed, kept from others.
async fn hold(tx: &Transaction, on: On<'_>) -> Result<Report, ReportError> {
    reports::find_to_change(&**tx, on.of).await?.ok_or(ReportError::Unknown)
}

/// Seals all receivers anew under the newest key; how many that were.
pub(super) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    let all = receivers::list_to_change(&**tx).await?;
    for receiver in all.into_iter().filter(|one| !one.is_forgotten()) {
        let mailbox = open_mailbox(desk.vault, &receiver)?;
        // It was parsed when the report was set up.
        let email = EmailAddress::parse(&mailbox.email).map_err(|_| ActionError::Gone)?;
        let sealed = desk.vault.seal(seat(receiver.campaign, receiver.id), &mailbox);
        receivers::reseal(&**tx, receiver.id, sealed, index(desk, &email)).await?;
        done += 1;
    }
    Ok(done)
}
