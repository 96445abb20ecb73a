//! The key that manifests are signed with: made when it is first needed, sealed under the keys of this installation, which it
//! outlives.

use uuid::Uuid;

use super::DeliveryError;
use crate::actions::{ActionError, Desk};
use crate::package::sign::Signer;
use crate::storage::signing_keys::{self, SigningKey};
use crate::storage::vault::{Seat, VaultError};

const fn seat(id: Uuid) -> Seat<'static> {
    Seat { table: "signing_key", campaign: 0, id }
}

fn open(desk: &Desk<'_>, key: &SigningKey) -> Result<Signer, VaultError> {
    let seed = desk.vault.open_bytes(seat(key.id), &key.sealed)?;
    let seed: [u8; 32] = seed.try_into().map_err(|_| VaultError::Closed)?;
    Ok(Signer::new(&seed))
}

/// The key in use, made where there is none.
pub async fn signer(desk: &Desk<'_>) -> Result<Signer, DeliveryError> {
    if let Some(key) = signing_keys::find(desk.db.read()).await? {
        return Ok(open(desk, &key)?);
    }
    let (id, seed) = (desk.id(), desk.vault.new_secret());
    let made = Signer::new(&seed);
    let new = SigningKey {
        id,
        sealed: desk.vault.seal_bytes(seat(id), &seed),
        public: made.public(),
        fingerprint: made.fingerprint(),
        created_at: desk.now,
        in_use: true,
    };
    let tx = desk.db.write().await?;
    match signing_keys::insert(&*tx, &new).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(made)
        }
        // Another node was faster.
        Err(error) if error.is_duplicate() => {
            drop(tx);
            let key = signing_keys::find(desk.db.read()).await?.ok_or(error)?;
            Ok(open(desk, &key)?)
        }
        Err(error) => Err(error.into()),
    }
}

/// Seals the keys anew under another key; how many that were.
pub(in crate::actions) async fn reseal(desk: &Desk<'_>) -> Result<u64, ActionError> {
    let mut done = 0;
    let tx = desk.db.write().await?;
    for key in signing_keys::list(&*tx).await? {
        if !desk.vault.is_current(&key.sealed) {
            let seed = desk.vault.open_bytes(seat(key.id), &key.sealed)?;
            signing_keys::reseal(&*tx, key.id, desk.vault.seal_bytes(seat(key.id), &seed)).await?;
            done += 1;
        }
    }
    tx.commit().await?;
    Ok(done)
}
