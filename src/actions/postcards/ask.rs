//! Another mail, or another address: what the waiting page offers.

use uuid::Uuid;

use super::{mail, open_written};
use crate::actions::sign_on::may_ask_again;
use crate::actions::{ActionError, Desk};
use crate::domain::form::SignatureForm;
use crate::domain::postcard::{Postcard, PostcardForm, State};
use crate::storage::outbox::{self, Kind as Mail, Owed};
use crate::storage::{StorageError, Transaction, card_offers, postcards};

/// Counts one more confirmation mail and gives it to be queued, unless there have been enough. Saves the row.
pub(super) async fn ask_again(
    tx: &Transaction,
    desk: &Desk<'_>,
    one: &mut Postcard,
) -> Result<Vec<Owed>, StorageError> {
    let may = may_ask_again(tx, desk, (one.campaign, one.id), one.email(), one.mails).await?;
    if may {
        one.mails += 1;
        one.code_attempts = 0;
        one.expires_at = desk.lapse();
    }
    postcards::save(&**tx, one).await?;
    Ok(if may { vec![mail(desk, one, Mail::Postcard, one.mails)] } else { Vec::new() })
}

/// Sends once more the mail that a waiting page speaks of, within the limits, which stay silent.
pub async fn resend(desk: &Desk<'_>, campaign: i32, waiting: Uuid) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    card_offers::find_to_change(&*tx, campaign).await?;
    let row = postcards::find_to_change(&*tx, campaign, waiting).await?.ok_or(ActionError::Gone)?;
    let mails = match (row.state, row.repeat_of) {
        (State::Pending, _) => ask_again(&tx, desk, &mut { row }).await?,
        (State::Repeat, Some(holder)) => again(&tx, desk, campaign, holder, row.own).await?,
        _ => Vec::new(),
    };
    outbox::insert(&*tx, mails).await?;
    tx.commit().await?;
    Ok(())
}

async fn again(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    holder: Uuid,
    own: bool,
) -> Result<Vec<Owed>, StorageError> {
    let found = postcards::find_to_change(&**tx, campaign, holder).await?;
    let Some(mut holder) = found.filter(|one| one.state.stands()) else { return Ok(Vec::new()) };
    if own && holder.state == State::Pending {
        return ask_again(tx, desk, &mut holder).await;
    }
    Ok(vec![mail(desk, &holder, if own { Mail::PostcardAgain } else { Mail::PostcardTaken }, 0)])
}

/// The form that a waiting page stands for, and to whom it goes.
pub async fn form_of(
    desk: &Desk<'_>,
    campaign: i32,
    waiting: Uuid,
) -> Result<(PostcardForm, Uuid), ActionError> {
    let row = postcards::find(desk.db.read(), campaign, waiting).await?.ok_or(ActionError::Gone)?;
    if row.sealed.is_empty() {
        return Err(ActionError::Gone);
    }
    let written = open_written(desk.vault, &row)?;
    let person = written.person;
    let form = PostcardForm {
        official: row.official.to_string(),
        design: row.design.to_string(),
        message: written.message,
        sender: row.sender.as_str().to_owned(),
        person: SignatureForm {
            name: person.name,
            email: person.email,
            country: row.country,
            postal_code: person.postal_code,
            city: person.city,
            region: person.region,
            updates: if row.updates_since.is_some() { "yes".into() } else { String::new() },
            homepage: row.hold_reason.filter(|reason| reason == "honeypot").unwrap_or_default(),
            ..SignatureForm::default()
        },
    };
    Ok((form, row.official))
}

/// Deletes the unconfirmed card at the mistyped address, once the other stands in its place.
pub async fn drop_mistyped(
    desk: &Desk<'_>,
    campaign: i32,
    waiting: Uuid,
    other: Uuid,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    card_offers::find_to_change(&*tx, campaign).await?;
    let stands = postcards::find(&*tx, campaign, other).await?.is_some_and(|one| one.state == State::Pending);
    let old = postcards::find_to_change(&*tx, campaign, waiting).await?;
    if stands && old.is_some_and(|one| one.state == State::Pending) {
        postcards::delete_repeats(&*tx, campaign, waiting).await?;
        postcards::delete(&*tx, campaign, waiting).await?;
    }
    tx.commit().await?;
    Ok(())
}
