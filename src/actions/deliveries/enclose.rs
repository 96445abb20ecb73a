//! A package that staff take away encrypted. What encloses it is kept while it is fetched, sealed; it itself lies nowhere, and is
//! made anew from wherever the download goes on.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::make::sink::PIECE;
use super::{DeliveryError, Fetching};
use crate::actions::accounts::carrier_keys::list_carriers;
use crate::actions::{ActionError, Desk};
use crate::domain::delivery::Delivery;
use crate::domain::moment::DAY;
use crate::package::envelope::{CHUNK, Envelope};
use crate::package::recipient::Recipient;
use crate::storage::deliveries::envelopes;
use crate::storage::vault::Seat;
use crate::storage::{Connection, StorageError, Transaction, campaigns, organisations};

const fn seat(fetch: Uuid) -> Seat<'static> {
    Seat { table: "fetch_envelope", campaign: 0, id: fetch }
}

/// Fails where the organisation wants packages as this one taken away only encrypted.
pub(super) async fn may_leave_open(db: &impl Connection, one: &Delivery) -> Result<(), DeliveryError> {
    let organisation = campaigns::find_organisation(db, one.campaign).await?.unwrap_or_default();
    if one.holds_people() && organisations::must_encrypt(db, organisation).await? {
        return Err(DeliveryError::MustEncrypt);
    }
    Ok(())
}

/// What encloses a package to the keys of these accounts, and to how many.
pub(super) async fn enclose(
    db: &impl Connection,
    desk: &Desk<'_>,
    one: &Delivery,
    carriers: &[Uuid],
) -> Result<(Envelope, i16), DeliveryError> {
    let organisation = campaigns::find_organisation(db, one.campaign).await?.unwrap_or_default();
    let all = list_carriers(db, desk.vault, organisation).await?;
    // Whoever is ticked and has no key any more could not open what they think they can.
    let has_key = |carrier: &Uuid| all.iter().any(|key| key.account == *carrier);
    if carriers.is_empty() || !carriers.iter().all(has_key) {
        return Err(DeliveryError::NoCarrier);
    }
    let theirs = all.into_iter().filter(|key| carriers.contains(&key.account));
    // Two who share a computer may share its key.
    let theirs: BTreeSet<String> = theirs.map(|key| key.key.recipient).collect();
    let recipients: Result<Vec<Recipient>, _> = theirs.iter().map(|key| Recipient::parse(key)).collect();
    let recipients = recipients.map_err(|_| DeliveryError::NoCarrier)?;
    Ok((Envelope::new(&recipients)?, i16::try_from(recipients.len()).unwrap_or(i16::MAX)))
}

/// Keeps what encloses a fetch.
pub(super) async fn keep(
    db: &impl Connection,
    desk: &Desk<'_>,
    fetch: Uuid,
    envelope: &Envelope,
) -> Result<(), StorageError> {
    envelopes::insert(db, fetch, desk.vault.seal_bytes(seat(fetch), &envelope.to_bytes())).await
}

/// What a fetch is enclosed in; that of one that is over is gone.
pub(super) async fn find_envelope(desk: &Desk<'_>, fetch: Uuid) -> Result<Envelope, DeliveryError> {
    let sealed = envelopes::find(desk.db.read(), fetch).await?.ok_or(DeliveryError::NoPackage)?;
    let bytes = desk.vault.open_bytes(seat(fetch), &sealed)?;
    Envelope::from_bytes(&bytes).ok_or(DeliveryError::NoPackage)
}

impl Fetching {
    /// Reads what encloses the archive, from a byte on: what is left of its head, or of the chunks of a piece.
    ///
    /// A chunk is enclosed under the same key whenever it is read. That is sound as long as it is the same chunk: an archive that is
    /// ready never changes, and neither does the mark of a fetch.
    pub(super) async fn read_enclosed(
        &self,
        desk: &Desk<'_>,
        (envelope, from): (&Envelope, u64),
    ) -> Result<Vec<u8>, DeliveryError> {
        if let Some(head) = envelope.head(from) {
            return Ok(head.to_vec());
        }
        let (piece, whole) = (PIECE as u64, self.marked.bytes());
        let (first, within) = envelope.find(from);
        let start = first * CHUNK as u64;
        let end = (start / piece * piece + piece).min(whole);
        let mut plain = Vec::new();
        let mut at = start;
        while at < end {
            let mut bytes = self.read_open(desk, at).await?;
            bytes.truncate(usize::try_from(end - at).unwrap_or(usize::MAX));
            if bytes.is_empty() {
                return Err(DeliveryError::NoPackage);
            }
            at += bytes.len() as u64;
            plain.extend(bytes);
        }
        let mut enclosed = Vec::with_capacity(plain.len() + plain.len() / 1_000);
        for (number, chunk) in (first..).zip(plain.chunks(CHUNK)) {
            enclosed.extend(envelope.close(number, whole, chunk));
        }
        Ok(enclosed.split_off(within.min(enclosed.len())))
    }
}

/// What encloses a package goes once its fetch is over, or the package is: nobody opens it with our help from there on.
pub(super) async fn sweep(desk: &Desk<'_>) -> Result<(), DeliveryError> {
    let lost = envelopes::list_lost(desk.db.read(), desk.now - DAY).await?;
    if lost.is_empty() {
        return Ok(());
    }
    let tx = desk.db.write().await?;
    envelopes::delete(&*tx, lost).await?;
    tx.commit().await?;
    Ok(())
}

/// All of them under another key of ours; how many that were.
pub(in crate::actions) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    for (fetch, sealed) in envelopes::list_to_change(&**tx).await? {
        let bytes = desk.vault.open_bytes(seat(fetch), &sealed)?;
        envelopes::reseal(&**tx, fetch, desk.vault.seal_bytes(seat(fetch), &bytes)).await?;
        done += 1;
    }
    Ok(done)
}
