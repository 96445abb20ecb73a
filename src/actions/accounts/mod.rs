//! Who works here: accounts, where they are logged in, and the organisations they belong to.

pub mod add;
pub mod attend;
pub mod carrier_keys;
pub mod change_password;
pub mod change_role;
pub mod describe_organisation;
pub mod disable;
pub mod end_sessions;
pub mod factor;
pub mod found;
pub mod invite;
mod letters;
pub mod log_in;
pub(in crate::actions) mod password;
pub mod prove;
pub mod reset;
pub mod reset_factor;
pub mod second_step;
pub mod set_approvals;
pub mod set_encryption;
pub mod set_up;
pub mod trespass;

use uuid::Uuid;

use super::Desk;
use crate::domain::account::{Account, Profile};
use crate::domain::email::EmailAddress;
use crate::domain::household::Index;
use crate::domain::role::Role;
use crate::storage::accounts::Stored;
use crate::storage::audits::Entry;
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{StorageError, Transaction};

/// Why nothing was done about an account.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// Too many passwords are being hashed already.
    #[error("too many people log in at once")]
    Busy,
    #[error("there is no such account")]
    Unknown,
    #[error("that address has an account already")]
    Taken,
    #[error("there is no such organisation")]
    NoOrganisation,
    #[error("there is such an organisation already")]
    Founded,
    #[error("there is an account already")]
    SetUp,
    /// Else an organisation could be left without anybody to open its accounts again.
    #[error("nobody shuts their own account, or changes their own role")]
    Oneself,
    #[error("an organisation keeps an owner: make another one first")]
    LastOwner,
    #[error("that address is invited already")]
    Invited,
}

/// Who acts.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// The command line, or the demo.
    Program(&'a str),
    Account(Uuid),
}

impl By<'_> {
    /// The service by itself.
    pub const SERVICE: Self = Self::Program("service");

    /// Their account, where they have one.
    pub const fn account(self) -> Option<Uuid> {
        match self {
            Self::Program(_) => None,
            Self::Account(id) => Some(id),
        }
    }

    /// As the audit log names them.
    pub fn name(self) -> String {
        match self {
            Self::Program(name) => name.to_owned(),
            Self::Account(id) => format!("account {id}"),
        }
    }
}

const fn seat(account: Uuid) -> Seat<'static> {
    Seat { table: "account", campaign: 0, id: account }
}

/// Opens what is personal of an account.
pub fn open_profile(vault: &Vault, stored: &Stored) -> Result<Profile, VaultError> {
    vault.open(seat(stored.account.id), &stored.sealed)
}

pub(super) fn seal_profile(desk: &Desk<'_>, account: Uuid, profile: &Profile) -> Vec<u8> {
    desk.vault.seal(seat(account), profile)
}

/// How an account is found by its address. Other than a signature's, so that nobody who reads the database sees which
/// signature is whose account's.
pub fn index(desk: &Desk<'_>, email: &EmailAddress) -> Index {
    desk.vault.index("account", &[&email.canonical(&desk.rules.email)])
}

/// What was typed as an address, as the limits know it, whether it is one or not.
pub fn typed_index(desk: &Desk<'_>, typed: &str) -> Index {
    EmailAddress::parse(typed)
        .map_or_else(|_| desk.vault.index("no account", &[typed]), |email| index(desk, &email))
}

/// Whether the organisation of an account has an owner besides it who may log in.
fn stays_owned(all: &[Stored], but: &Account) -> bool {
    all.iter().map(|stored| &stored.account).any(|other| {
        let is_here = other.id != but.id && other.organisation == but.organisation;
        is_here && other.role == Role::Owner && other.disabled_at.is_none()
    })
}

async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    by: By<'_>,
    act: &str,
    (subject, detail): (String, &str),
) -> Result<(), StorageError> {
    let actor = by.name();
    let entry = Entry { actor: &actor, act, campaign: None, subject, detail: detail.to_owned() };
    desk.record(tx, entry).await
}
