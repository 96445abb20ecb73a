//! The keys to which staff have the packages encrypted that they carry.

use uuid::Uuid;

use super::{AccountError, By, record};
use crate::actions::{ActionError, Desk};
use crate::domain::carrier::{CarrierKey, Key, MOST, parse_label};
use crate::domain::refusal::Reason;
use crate::domain::role::Act;
use crate::package::recipient::Recipient;
pub use crate::package::recipient::Unusable;
use crate::storage::carrier_keys::{self, Stored};
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{Connection, Transaction, accounts, organisations};

/// What was typed of a key. It has no `Debug`: somebody may have typed a secret.
#[derive(Clone, Default)]
pub struct Typed {
    pub label: String,
    pub key: String,
}

/// What of it was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Label(Reason),
    Key(Unusable),
    /// The account has this key already.
    Double,
    TooMany,
}

impl Typed {
    fn parse(&self) -> Result<Key, Vec<Fault>> {
        let (label, recipient) = (parse_label(&self.label), Recipient::parse(&self.key));
        match (label, recipient) {
            (Ok(label), Ok(recipient)) => Ok(Key { label, recipient: recipient.to_string() }),
            (label, recipient) => {
                let label = label.err().map(Fault::Label);
                Err(label.into_iter().chain(recipient.err().map(Fault::Key)).collect())
            }
        }
    }
}

const fn seat(id: Uuid) -> Seat<'static> {
    Seat { table: "carrier_key", campaign: 0, id }
}

fn open(vault: &Vault, stored: &Stored) -> Result<CarrierKey, VaultError> {
    let key = vault.open(seat(stored.id), &stored.sealed)?;
    Ok(CarrierKey { id: stored.id, account: stored.account, key, added_at: stored.added_at })
}

/// The keys of some accounts, in the order in which they were added.
pub async fn list_carrier_keys(
    db: &impl Connection,
    vault: &Vault,
    accounts: &[Uuid],
) -> Result<Vec<CarrierKey>, ActionError> {
    let stored = carrier_keys::list(db, accounts).await?;
    Ok(stored.iter().map(|stored| open(vault, stored)).collect::<Result<_, _>>()?)
}

/// The keys of everybody in an organisation who may carry packages now: who was shut out, or has another role, is not among them.
pub async fn list_carriers(
    db: &impl Connection,
    vault: &Vault,
    organisation: i32,
) -> Result<Vec<CarrierKey>, ActionError> {
    let all = accounts::list(db, Some(organisation)).await?;
    let may = all.iter().map(|stored| &stored.account);
    let may = may.filter(|account| account.disabled_at.is_none() && account.role.may(Act::MakeDeliveries));
    let may: Vec<Uuid> = may.map(|account| account.id).collect();
    list_carrier_keys(db, vault, &may).await
}

/// Adds a key to an account, or tells what of it is not taken. What turns out to be a secret goes nowhere.
pub async fn add_carrier_key(
    desk: &Desk<'_>,
    (account, organisation): (Uuid, i32),
    typed: &Typed,
) -> Result<Result<(), Vec<Fault>>, AccountError> {
    let key = match typed.parse() {
        Ok(key) => key,
        Err(faults) => return Ok(Err(faults)),
    };
    let tx = desk.db.write().await?;
    // Of two who add one at once, one waits here.
    organisations::lock(&*tx, organisation).await?;
    let known = carrier_keys::list(&*tx, &[account]).await?;
    if known.len() >= MOST {
        return Ok(Err(vec![Fault::TooMany]));
    }
    for stored in &known {
        if open(desk.vault, stored)?.key.recipient == key.recipient {
            return Ok(Err(vec![Fault::Double]));
        }
    }
    let id = desk.id();
    let sealed = desk.vault.seal(seat(id), &key);
    carrier_keys::insert(&*tx, Stored { id, account, sealed, added_at: desk.now }).await?;
    let told = (format!("account {account}"), "");
    record(&tx, desk, By::Account(account), "add_carrier_key", told).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Removes a key of an account: nothing more is encrypted to it.
pub async fn remove_carrier_key(desk: &Desk<'_>, account: Uuid, id: Uuid) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    if !carrier_keys::delete(&*tx, account, id).await? {
        return Err(AccountError::Unknown);
    }
    let told = (format!("account {account}"), "");
    record(&tx, desk, By::Account(account), "remove_carrier_key", told).await?;
    tx.commit().await?;
    Ok(())
}

/// All of them under another key of ours; how many that were.
pub(in crate::actions) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    for stored in carrier_keys::list_to_change(&**tx).await? {
        let key = open(desk.vault, &stored)?.key;
        carrier_keys::reseal(&**tx, stored.id, desk.vault.seal(seat(stored.id), &key)).await?;
        done += 1;
    }
    Ok(done)
}
