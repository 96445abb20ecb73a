//! A mistyped address: the same form goes once more, to another address, without being typed again.

use uuid::Uuid;

use super::{
    ActionError, Desk,
    sign::{Sent, repeat_seat},
};
use crate::domain::email::EmailAddress;
use crate::domain::form::SignatureForm;
use crate::domain::signature::{Signature, State};
use crate::storage::{repeats, signatures};

/// The form that a waiting page stands for.
pub async fn form_of(desk: &Desk<'_>, campaign: i32, waiting: Uuid) -> Result<SignatureForm, ActionError> {
    if let Some(signature) = signatures::find(desk.db.read(), campaign, waiting).await? {
        // Also of one confirmed meanwhile: the waiting page does not tell that from one that is not.
        return if signature.state.stands() { typed(desk, &signature) } else { Err(ActionError::Gone) };
    }
    let repeat = repeats::find(desk.db.read(), campaign, waiting).await?.ok_or(ActionError::Gone)?;
    let sent: Sent = desk.vault.open(repeat_seat(campaign, waiting), &repeat.sealed)?;
    Ok(sent.form)
}

fn typed(desk: &Desk<'_>, signature: &Signature) -> Result<SignatureForm, ActionError> {
    let person = desk.person(signature)?;
    Ok(SignatureForm {
        name: person.name,
        email: person.email,
        country: signature.country.clone(),
        postal_code: person.postal_code,
        city: person.city,
        region: person.region,
        public: signature.display.as_str().to_owned(),
        updates: if signature.updates_since.is_some() { "yes".into() } else { String::new() },
        comment: person.comment,
        text_version: signature.text_version.to_string(),
        source: signature.source.clone(),
        homepage: signature.hold_reason.clone().filter(|reason| reason == "honeypot").unwrap_or_default(),
    })
}

/// Deletes the pending signature at the mistyped address, once the other stands in its place. A repeated form has none
/// to delete, and where the other address was taken nothing stands in its place.
pub async fn drop_mistyped(
    desk: &Desk<'_>,
    campaign: i32,
    waiting: Uuid,
    other: Uuid,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    if signatures::find(&*tx, campaign, other).await?.is_none() {
        return Ok(());
    }
    let found = signatures::find_to_change(&*tx, campaign, waiting).await?;
    if found.is_some_and(|signature| signature.state == State::Pending) {
        signatures::delete(&*tx, campaign, waiting).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Whether the new address is the old one in another spelling: then the mail is sent again instead.
pub fn is_same_address(desk: &Desk<'_>, old: &str, new: &EmailAddress) -> bool {
    EmailAddress::parse(old).is_ok_and(|old| desk.email_index(&old) == desk.email_index(new))
}
