use uuid::Uuid;

use crate::actions::ledger::scans::piece_seat;
use crate::actions::ledger::{open_custody, photo_seat, seat};
use crate::actions::{ActionError, Desk};
use crate::storage::Transaction;
use crate::storage::ledger::{entries, scans};

/// Who counted, and the photos: the same under another key.
pub(super) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    for (campaign, entry) in entries::list_sealed(&**tx).await? {
        let custody = open_custody(desk.vault, campaign, &entry)?;
        let photo = match entries::find_photo(&**tx, entry.id).await? {
            Some(sealed) => {
                let seat = photo_seat(campaign, entry.id);
                Some(desk.vault.seal_bytes(seat, &desk.vault.open_bytes(seat, &sealed)?))
            }
            None => None,
        };
        let sealed = desk.vault.seal(seat(campaign, entry.id), &custody);
        entries::reseal(&**tx, entry.id, sealed, photo).await?;
        done += 1;
    }
    Ok(done)
}

/// The scans. Their pieces are large, so each is a transaction of its own.
pub(super) async fn reseal_scans(desk: &Desk<'_>) -> Result<u64, ActionError> {
    let mut done = 0;
    let mut after = (Uuid::nil(), -1);
    while let Some((at, sealed)) = scans::find_piece_after(desk.db.read(), after).await? {
        after = at;
        if desk.vault.is_current(&sealed) {
            continue;
        }
        let seat = piece_seat(at.0, at.1);
        let piece = desk.vault.open_bytes(seat, &sealed)?;
        let tx = desk.db.write().await?;
        scans::reseal_piece(&*tx, at, desk.vault.seal_bytes(seat, &piece)).await?;
        tx.commit().await?;
        done += 1;
    }
    Ok(done)
}
