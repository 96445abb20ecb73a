//! Postcards: written, confirmed, looked at by moderators, changed and taken back. Whoever sent the form sees the same whether
//! they are new or have written to this official already.

mod ask;
mod choose;
mod confirm;
mod count;
mod decide;
pub mod designs;
pub mod layout;
mod leave;
mod offer;
mod write;

pub use ask::{drop_mistyped, form_of, resend};
pub use choose::{ask_updates, change_message, change_sender};
pub use confirm::{confirm, target_of};
pub use decide::{Decided, Decision, decide, look, undo};
pub(super) use leave::forget_named;
pub use leave::{disown, erase, withdraw};
pub use offer::{member_for, seen, set_offer};
pub use write::{Known, write, write_confirmed};

use uuid::Uuid;

use super::accounts::By;
use super::{ActionError, Desk};
use crate::domain::email::EmailAddress;
use crate::domain::moment::Moment;
use crate::domain::name::FullName;
use crate::domain::person::Person;
use crate::domain::postcard::{Marks, Postcard, Written};
use crate::domain::token::{Claims, Purpose};
use crate::storage::audits::Entry;
use crate::storage::outbox::{Kind as Mail, Owed};
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{StorageError, Transaction, postcards};

const PAGE: u64 = 500;

/// Where what was written is sealed to.
pub(super) const fn seat(campaign: i32, id: Uuid) -> Seat<'static> {
    Seat { table: "postcard", campaign, id }
}

/// Opens what was written and by whom; fails once they have left.
pub fn open_written(vault: &Vault, one: &Postcard) -> Result<Written, VaultError> {
    vault.open(seat(one.campaign, one.id), &one.sealed)
}

/// The link to the page of who wrote it.
pub fn mine_token(vault: &Vault, campaign: i32, id: Uuid) -> String {
    vault.token(&Claims { purpose: Purpose::MinePostcard, campaign, id, expires: None })
}

/// The link of the confirmation mail.
pub fn confirm_token(vault: &Vault, campaign: i32, id: Uuid, expires: Moment) -> String {
    vault.token(&Claims { purpose: Purpose::ConfirmPostcard, campaign, id, expires: Some(expires) })
}

/// What names a waiting page.
pub fn waiting_token(vault: &Vault, campaign: i32, id: Uuid) -> String {
    vault.token(&Claims { purpose: Purpose::WaitingPostcard, campaign, id, expires: None })
}

/// What a writer is found and told apart by: the same as a signatory.
fn marks(desk: &Desk<'_>, person: &Person, country: &str) -> Marks {
    let email = EmailAddress::parse(&person.email)
        .map_or_else(|_| person.email.clone(), |email| email.canonical(&desk.rules.email));
    let name = FullName::parse(&person.name).map_or_else(|_| person.name.clone(), |name| name.comparable());
    let [email, name, postal] = desk.indexes(&email, &name, country, &person.postal_code);
    Marks { email, name, postal }
}

/// A mail to who wrote a card.
fn mail(desk: &Desk<'_>, one: &Postcard, kind: Mail, number: i16) -> Owed {
    desk.owed(kind, (one.campaign, one.id), number, one.email())
}

/// Puts an act of staff on record. The subject is a row, never a name.
async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    by: By<'_>,
    act: &str,
    (campaign, subject, detail): (i32, String, String),
) -> Result<(), StorageError> {
    let actor = by.name();
    let campaign = Some(campaign);
    desk.record(tx, Entry { actor: &actor, act, campaign, subject, detail }).await
}

/// Seals everything anew under the newest key, some in each transaction; returns how many rows that were.
pub(super) async fn reseal(desk: &Desk<'_>) -> Result<u64, ActionError> {
    let (mut done, mut after) = (0, (0, Uuid::nil()));
    loop {
        let page = postcards::list_sealed(desk.db.read(), after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(done) };
        after = (last.campaign, last.id);
        let tx = desk.db.write().await?;
        for mut one in page.into_iter().filter(|one| !desk.vault.is_current(&one.sealed)) {
            let written = open_written(desk.vault, &one)?;
            one.sealed = desk.vault.seal(seat(one.campaign, one.id), &written);
            one.marks = Some(marks(desk, &written.person, &one.country));
            postcards::save(&*tx, &one).await?;
            done += 1;
        }
        tx.commit().await?;
    }
}
