//! What we owe the people whose data we hold: to find it, to hand it over, to correct and to erase it.

pub mod close;
pub mod consents;
pub mod correct;
pub mod erase;
pub mod give;
mod holders;
pub mod look;
pub mod open;
pub mod readdress;
pub mod scans;
pub mod send_link;

use uuid::Uuid;

use super::{ActionError, Desk};
use crate::domain::email::EmailAddress;
use crate::domain::holding::{Holding, Kind};
use crate::domain::household::Index;
use crate::domain::inquiry::{Asker, Inquiry};
use crate::domain::name::FullName;
use crate::storage::audits::Entry;
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{StorageError, Transaction, campaigns};

pub use holders::TABLES;

/// Whose data are looked for, and where.
pub struct Sought {
    pub organisation: i32,
    pub campaigns: Vec<i32>,
    pub email: EmailAddress,
    /// The address as signing compares it, under every key.
    pub addresses: Vec<Index>,
    /// The name that whoever asks gave; empty if none.
    pub name: String,
}

impl Sought {
    async fn of(desk: &Desk<'_>, organisation: i32, asker: &Asker) -> Result<Self, ActionError> {
        // It was parsed when the case was opened.
        let email = EmailAddress::parse(&asker.email).map_err(|_| ActionError::Gone)?;
        let mut found_at = addresses(desk, "email", &email);
        if let Some(moved) = asker.moved_to().and_then(|moved| EmailAddress::parse(moved).ok()) {
            found_at.extend(addresses(desk, "email", &moved));
        }
        Ok(Self {
            organisation,
            campaigns: campaigns::list_of(desk.db.read(), organisation).await?,
            addresses: found_at,
            email,
            name: asker.name.clone(),
        })
    }
}

/// Under which an address may stand: as the providers' rules have it today, and as it was typed, since these rules change.
fn spellings(desk: &Desk<'_>, email: &EmailAddress) -> Vec<String> {
    let mut spellings = vec![email.canonical(&desk.rules.email), email.to_send().to_lowercase()];
    spellings.dedup();
    spellings
}

fn addresses(desk: &Desk<'_>, label: &str, email: &EmailAddress) -> Vec<Index> {
    spellings(desk, email).iter().flat_map(|spelling| desk.vault.indexes(label, &[spelling])).collect()
}

/// How a case is found by its address. Other than a signature's, so that nobody who reads the database sees who asked.
pub(super) fn inquiry_index(desk: &Desk<'_>, email: &EmailAddress) -> Index {
    desk.vault.index("inquiry", &[&email.canonical(&desk.rules.email)])
}

/// Where whoever asks is sealed to.
pub(super) const fn seat(inquiry: Uuid) -> Seat<'static> {
    Seat { table: "inquiry", campaign: 0, id: inquiry }
}

/// Opens who asks; fails once that is no longer kept.
pub fn open_asker(vault: &Vault, inquiry: &Inquiry) -> Result<Asker, VaultError> {
    vault.open(seat(inquiry.id), &inquiry.sealed)
}

/// Everything held about whoever has an address, each kind in its order.
async fn find_all(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let mut found = Vec::new();
    for find in holders::ALL {
        found.extend(find(desk, sought).await?);
    }
    settle(&mut found, &sought.name);
    Ok(found)
}

/// Two people may share an address. What stands under another name than the one given is not taken for theirs, nor is
/// anything where no name was given and there are two.
fn settle(found: &mut [Holding], name: &str) {
    let comparable =
        |name: &str| FullName::parse(name).map_or_else(|_| name.to_lowercase(), |name| name.comparable());
    let signed: Vec<(Uuid, String)> = found
        .iter()
        .filter(|holding| holding.kind == Kind::Signature)
        .map(|holding| (holding.id, comparable(holding.name().unwrap_or_default())))
        .collect();
    let wanted = comparable(name);
    let are_one = signed.windows(2).all(|two| two[0].1 == two[1].1);
    for holding in found {
        let Some((_, signer)) = signed.iter().find(|(id, _)| *id == holding.chosen_by()) else { continue };
        holding.is_theirs = if name.is_empty() { are_one } else { *signer == wanted };
    }
}

/// Puts on record that staff did something in a case. The entry names the case, never the person.
async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    by: Uuid,
    (act, inquiry): (&str, Uuid),
    detail: String,
) -> Result<(), StorageError> {
    let actor = format!("account {by}");
    let entry = Entry { actor: &actor, act, campaign: None, subject: format!("inquiry {inquiry}"), detail };
    desk.record(tx, entry).await
}
