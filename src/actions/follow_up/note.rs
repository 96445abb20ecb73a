use super::{On, record, seat};
use crate::actions::accounts::By;
use crate::actions::{AGAIN, Desk};
use crate::domain::contact::{Contact, New, Said};
use crate::storage::{StorageError, Transaction, campaigns, contacts};

/// Writes down that the team had to do with the office of an addressee. The same sent twice by one hand is one.
pub async fn note(desk: &Desk<'_>, on: On<'_>, new: &New) -> Result<(), StorageError> {
    let id = desk.id();
    let one = Contact {
        id,
        campaign: on.campaign,
        key: on.key.to_owned(),
        means: new.means,
        day: new.day,
        sealed: desk.vault.seal(seat(on.campaign, id), &new.said),
        account: on.by.account(),
        created_at: desk.now,
    };
    let tx = desk.db.write().await?;
    // Held, so that two presses at once are seen by each other.
    campaigns::lock(&*tx, on.campaign).await?;
    if is_there(&tx, desk, &one, new).await? {
        return Ok(());
    }
    contacts::insert(&*tx, &one).await?;
    record(&tx, desk, on, "note_contact", new.means.as_str().to_owned()).await?;
    tx.commit().await
}

/// Whether the same hand wrote the same down just now.
async fn is_there(tx: &Transaction, desk: &Desk<'_>, one: &Contact, new: &New) -> Result<bool, StorageError> {
    let known = contacts::list(&**tx, one.campaign).await?;
    Ok(known.iter().any(|known| {
        known.key == one.key
            && known.means == one.means
            && known.day == one.day
            && known.account == one.account
            && desk.now < known.created_at + AGAIN
            && desk
                .vault
                .open::<Said>(seat(known.campaign, known.id), &known.sealed)
                .is_ok_and(|said| said == new.said)
    }))
}

/// Deletes a contact that was written down by mistake.
pub async fn remove(desk: &Desk<'_>, by: By<'_>, one: &Contact) -> Result<(), StorageError> {
    let tx = desk.db.write().await?;
    if contacts::delete(&*tx, one.id).await? {
        let on = On { campaign: one.campaign, key: &one.key, by };
        record(&tx, desk, on, "delete_contact", one.means.as_str().to_owned()).await?;
    }
    tx.commit().await
}
