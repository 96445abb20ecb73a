//! What happens, one verb a file. These are the only writers; page, job and command line all come here.

pub mod accounts;
pub mod bounce;
pub mod bulletins;
pub mod campaigns;
pub mod change_address;
pub mod change_choices;
pub mod choose_reminders;
pub mod confirm;
pub mod contact;
pub mod count_arrivals;
pub mod defend;
pub mod deliveries;
pub mod directory;
pub mod disown;
pub mod erase;
pub mod follow_up;
mod in_turn;
pub mod incidents;
pub mod invalidate;
pub mod ledger;
pub mod listings;
pub mod load_campaign;
pub mod messages;
pub mod note_wording;
pub mod official_sheets;
pub mod papers;
pub mod pause;
pub mod people;
pub mod pictures;
pub mod postcards;
pub mod print_runs;
pub mod purge;
pub mod recount;
pub mod release;
pub mod remind;
pub mod replies;
pub mod reports;
pub mod resend;
pub mod retention;
pub mod retry_mail;
pub mod review;
pub mod ridings;
pub mod rotate_key;
pub mod set_letter;
pub mod set_limits;
pub mod sign;
pub mod sign_on;
pub mod signature_sheets;
pub mod switch_mail;
pub mod unsubscribe;
pub mod withdraw;

use std::time::Duration;

use uuid::Uuid;

use crate::domain::email::EmailAddress;
use crate::domain::household::Index;
use crate::domain::moment::Moment;
use crate::domain::person::Person;
use crate::domain::riding::Atlas;
use crate::domain::rulebook::Rulebook;
use crate::domain::signature::Signature;
use crate::domain::token::{Claims, Purpose};
use crate::entropy::Entropy;
use crate::settings::Retention;
use crate::storage::audits::{self, Entry};
use crate::storage::outbox::{Kind as Mail, Owed};
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{Db, StorageError, Transaction};

/// For how long the same form from the same hands is the same press of a button.
const AGAIN: Duration = Duration::from_mins(1);

/// What every action works with. The moment is fixed for the whole of it.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub db: &'a Db,
    pub vault: &'a Vault,
    pub entropy: &'a Entropy,
    pub rules: &'a Rulebook,
    /// In which ridings people live.
    pub atlas: &'a Atlas,
    /// How long what is kept.
    pub retention: &'a Retention,
    /// How many mails one address may have in 24 hours.
    pub mails_per_recipient: i64,
    pub now: Moment,
}

impl Desk<'_> {
    pub fn id(&self) -> Uuid {
        self.entropy.uuid(self.now)
    }

    /// When an unconfirmed signature lapses that asks for its mail now.
    pub fn lapse(&self) -> Moment {
        self.now + crate::domain::moment::DAY * self.retention.unconfirmed
    }

    /// Writes an act of staff into the record: the last thing that a transaction does.
    pub async fn record(&self, tx: &Transaction, entry: Entry<'_>) -> Result<(), StorageError> {
        audits::append(&**tx, self.vault, (self.id(), self.now), entry).await
    }

    /// What a signature is compared by: its address, and at that address its name and its postal code.
    fn indexes(&self, email: &str, name: &str, country: &str, postal: &str) -> [Index; 3] {
        [
            self.vault.index("email", &[email]),
            self.vault.index("name", &[email, name]),
            self.vault.index("postal", &[email, country, postal]),
        ]
    }

    /// How an address is found again, for limits and for mail that must stop.
    pub fn email_index(&self, email: &EmailAddress) -> Index {
        self.vault.index("email", &[&email.canonical(&self.rules.email)])
    }

    /// A mail that is owed about a row.
    fn owed(
        &self,
        kind: Mail,
        (campaign, subject): (i32, Uuid),
        number: i16,
        recipient: Option<Index>,
    ) -> Owed {
        Owed {
            id: self.id(),
            campaign,
            kind,
            subject: Some(subject),
            number,
            sealed: None,
            recipient,
            attempts: 0,
            created_at: self.now,
        }
    }

    /// Whether a code is one of those that so many mails about a row carried: each counts, in whatever order they arrive.
    fn has_code(&self, (campaign, id): (i32, Uuid), mails: i16, code: &str) -> bool {
        (1..=mails.max(1)).any(|number| self.vault.is_code(campaign, id, number, code))
    }

    pub fn person(&self, signature: &Signature) -> Result<Person, VaultError> {
        open_person(self.vault, signature)
    }
}

/// Opens the person of a signature; fails once they have left.
pub fn open_person(vault: &Vault, signature: &Signature) -> Result<Person, VaultError> {
    vault.open(seat(signature.campaign, signature.id), &signature.sealed)
}

/// Where a signature's person is sealed to.
pub const fn seat(campaign: i32, id: Uuid) -> Seat<'static> {
    Seat { table: "signature", campaign, id }
}

/// How the signatures from a network are found.
pub fn network_index(vault: &Vault, network: &str) -> Index {
    vault.index("network", &[network])
}

/// The link to the supporter's page.
pub fn mine_token(vault: &Vault, campaign: i32, id: Uuid) -> String {
    vault.token(&Claims { purpose: Purpose::Mine, campaign, id, expires: None })
}

/// The link that ends updates.
pub fn unsubscribe_token(vault: &Vault, campaign: i32, id: Uuid) -> String {
    vault.token(&Claims { purpose: Purpose::Unsubscribe, campaign, id, expires: None })
}

/// The link of the confirmation mail.
pub fn confirm_token(vault: &Vault, campaign: i32, id: Uuid, expires: Moment) -> String {
    vault.token(&Claims { purpose: Purpose::Confirm, campaign, id, expires: Some(expires) })
}

/// What names a waiting page.
pub fn waiting_token(vault: &Vault, campaign: i32, id: Uuid) -> String {
    vault.token(&Claims { purpose: Purpose::Waiting, campaign, id, expires: None })
}

/// Why an action could not be done; nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum ActionError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// There is no such signature any more, or it has ended already.
    #[error("the signature is gone")]
    Gone,
}
