//! Deliveries: planned, frozen, approved, made into packages, fetched.

mod addressee;
mod approve;
mod cancel;
pub(in crate::actions) mod enclose;
mod fetch;
mod forget;
mod freeze;
mod go_along;
pub mod hand_over;
pub mod key;
mod left;
pub mod make;
mod plan;
mod preview;
mod proof;
mod request;

pub(in crate::actions) use addressee::addressed;
pub use addressee::as_of_today;
pub use approve::{approve, approved};
pub use cancel::cancel;
pub use fetch::{Fetched, Fetching, Taker, begin as begin_fetch, open as open_fetch};
pub use forget::{forget, forget_all, forget_card, forget_scan, retell};
pub use freeze::freeze;
pub use go_along::{Choice, choices, frozen_with, go_along};
pub use left::{count_left, list_left};
pub use plan::{Fault, Plan, Typed, plan};
pub(in crate::actions) use preview::all_texts;
pub use preview::{Preview, preview};
pub use proof::{Whose, proofs};
pub use request::{request, stop};

use super::accounts::By;
use super::ledger::LedgerError;
use super::retention::anonymise::is_forgotten;
use super::{ActionError, Desk};
use crate::domain::delivery::Delivery;
use crate::package::envelope::Unclosed;
use crate::storage::audits::Entry;
use crate::storage::deliveries::{self, Of};
use crate::storage::vault::VaultError;
use crate::storage::{StorageError, Transaction};

/// Why nothing was done about a delivery.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error("there is no such delivery")]
    Unknown,
    /// It stands elsewhere by now, or what is asked cannot follow.
    #[error("the delivery has moved on")]
    MovedOn,
    #[error("nobody and nothing would be in it")]
    Nothing,
    /// Another one to the same addressee is being frozen: nobody shall be in both.
    #[error("another delivery to the same addressee is being frozen")]
    AnotherIsFreezing,
    #[error("too few have approved it")]
    NotApproved,
    #[error("the package is not there")]
    NoPackage,
    /// Its campaign was over long enough ago.
    #[error("the names are no longer kept")]
    Forgotten,
    /// It tells of single persons, and the organisation wants such packages encrypted.
    #[error("it is taken away only encrypted")]
    MustEncrypt,
    /// Nobody is named to whose keys it is encrypted, or somebody who has none.
    #[error("nobody could open it")]
    NoCarrier,
    #[error(transparent)]
    Unclosed(#[from] Unclosed),
    /// The paper is in another delivery, or is none of this addressee's.
    #[error("that cannot go along")]
    Paper,
    /// On that day it could not have been handed over or acknowledged yet.
    #[error("that day is too early")]
    TooEarly,
    /// It has left the house by the link.
    #[error("the office has fetched it")]
    Fetched,
    /// Too many passphrases are looked at already.
    #[error("too much is going on")]
    Busy,
}

impl From<ActionError> for DeliveryError {
    fn from(error: ActionError) -> Self {
        match error {
            ActionError::Storage(error) => Self::Storage(error),
            ActionError::Vault(error) => Self::Vault(error),
            ActionError::Gone => Self::Unknown,
        }
    }
}

impl From<LedgerError> for DeliveryError {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::Action(error) => error.into(),
            _ => Self::MovedOn,
        }
    }
}

/// Which delivery, and who acts on it.
#[derive(Clone, Copy)]
pub struct On<'a> {
    pub of: Of,
    pub by: By<'a>,
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
        Entry { actor: &actor, act, campaign: Some(campaign), subject: format!("delivery {number}"), detail };
    desk.record(tx, entry).await
}

/// A delivery that is to be changed, kept from others.
async fn hold(tx: &Transaction, on: On<'_>) -> Result<Delivery, DeliveryError> {
    deliveries::find_to_change(&**tx, on.of).await?.ok_or(DeliveryError::Unknown)
}

/// Packages are made only while the people of the campaign are kept.
async fn must_be_kept(desk: &Desk<'_>, on: On<'_>) -> Result<(), DeliveryError> {
    let is_forgotten = is_forgotten(desk, on.of.0).await?;
    if is_forgotten { Err(DeliveryError::Forgotten) } else { Ok(()) }
}
