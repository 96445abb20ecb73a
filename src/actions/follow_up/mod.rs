//! What the team writes down of its dealings with addressees, and when it is reminded of them.

mod due;
mod note;

pub use due::{follow_up, follow_up_no_more};
pub use note::{note, remove};

use uuid::Uuid;

use super::accounts::By;
use super::{ActionError, Desk};
use crate::domain::contact::{Contact, Said};
use crate::storage::audits::Entry;
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{StorageError, Transaction, contacts};

/// So many are sealed anew at once: signing waits for no more.
const SOME: u64 = 200;

/// Which addressee of which campaign, and who acts.
#[derive(Clone, Copy)]
pub struct On<'a> {
    pub campaign: i32,
    pub key: &'a str,
    pub by: By<'a>,
}

const fn seat(campaign: i32, id: Uuid) -> Seat<'static> {
    Seat { table: "contact", campaign, id }
}

/// Opens with whom a contact was, and what was said.
pub fn open_said(vault: &Vault, contact: &Contact) -> Result<Said, VaultError> {
    vault.open(seat(contact.campaign, contact.id), &contact.sealed)
}

async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    on: On<'_>,
    act: &str,
    detail: String,
) -> Result<(), StorageError> {
    let entry = Entry {
        actor: &on.by.name(),
        act,
        campaign: Some(on.campaign),
        subject: format!("addressee {}", on.key),
        detail,
    };
    desk.record(tx, entry).await
}

/// Seals the contacts anew under another key; how many that were.
pub(super) async fn reseal(desk: &Desk<'_>) -> Result<u64, ActionError> {
    let (mut done, mut after) = (0, Uuid::nil());
    loop {
        let tx = desk.db.write().await?;
        let some = contacts::list_after(&*tx, after, SOME).await?;
        let Some(last) = some.last() else { return Ok(done) };
        after = last.id;
        for contact in some.iter().filter(|one| !desk.vault.is_current(&one.sealed)) {
            let said = open_said(desk.vault, contact)?;
            let sealed = desk.vault.seal(seat(contact.campaign, contact.id), &said);
            contacts::reseal(&*tx, contact.id, sealed).await?;
            done += 1;
        }
        tx.commit().await?;
    }
}
