//! What organisations list: sealed, as a network may be somebody's and a note may name somebody.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::household::Index;
use crate::domain::listing::{Kind, Listing};
use crate::storage::listings::{self, Listed};
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{Connection, StorageError};

/// What is sealed of a listing.
#[derive(Serialize, Deserialize)]
struct Words {
    value: String,
    note: String,
}

const fn seat(organisation: i32, id: Uuid) -> Seat<'static> {
    Seat { table: "listing", campaign: organisation, id }
}

/// By what the same is found again, among what this organisation lists and nowhere else.
pub(super) fn mark(vault: &Vault, organisation: i32, kind: Kind, value: &str) -> Index {
    vault.index("listing", &[&organisation.to_string(), kind.as_str(), value])
}

pub(super) fn seal(vault: &Vault, organisation: i32, listing: Listing) -> Listed {
    let Listing { id, kind, value, note, added_by, added_at, expires_at } = listing;
    let sealed = vault.seal(seat(organisation, id), &Words { value, note });
    Listed { organisation, id, kind, sealed, added_by, added_at, expires_at }
}

pub(super) fn open(vault: &Vault, listed: Listed) -> Result<Listing, VaultError> {
    let Listed { organisation, id, kind, sealed, added_by, added_at, expires_at } = listed;
    let Words { value, note } = vault.open(seat(organisation, id), &sealed)?;
    Ok(Listing { id, kind, value, note, added_by, added_at, expires_at })
}

/// What an organisation lists, newest first, and the ids of what does not open: it holds for nobody, and stops nothing else.
pub async fn open_listings(
    db: &impl Connection,
    vault: &Vault,
    organisation: i32,
) -> Result<(Vec<Listing>, Vec<Uuid>), StorageError> {
    let (mut opened, mut closed) = (Vec::new(), Vec::new());
    for listed in listings::list(db, organisation).await? {
        let id = listed.id;
        match open(vault, listed) {
            Ok(listing) => opened.push(listing),
            Err(VaultError::Closed) => closed.push(id),
        }
    }
    Ok((opened, closed))
}
