use crate::actions::people::{inquiry_index, open_asker, seat};
use crate::actions::{ActionError, Desk};
use crate::domain::email::EmailAddress;
use crate::storage::{Transaction, inquiries};

/// Requests of people about their own data.
pub(super) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    for inquiry in inquiries::list_to_change(&**tx).await? {
        let asker = open_asker(desk.vault, &inquiry)?;
        // It was parsed when the case was opened.
        let email = EmailAddress::parse(&asker.email).map_err(|_| ActionError::Gone)?;
        let sealed = desk.vault.seal(seat(inquiry.id), &asker);
        inquiries::reseal(&**tx, inquiry.id, sealed, inquiry_index(desk, &email)).await?;
        done += 1;
    }
    Ok(done)
}
