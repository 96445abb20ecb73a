use super::{On, record, seat};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::contact::{Contact, New};
use crate::storage::{StorageError, contacts};

/// Writes down that the team had to do with the office of an addressee.
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
    contacts::insert(&*tx, &one).await?;
    record(&tx, desk, on, "note_contact", new.means.as_str().to_owned()).await?;
    tx.commit().await
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
