use crate::actions::ledger::{open_custody, photo_seat, seat};
use crate::actions::{ActionError, Desk};
use crate::storage::Transaction;
use crate::storage::ledger::entries;

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
