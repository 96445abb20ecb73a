//! Another mail, or another address: what the waiting page offers.

use uuid::Uuid;

use super::{mail, open_signatory};
use crate::actions::{ActionError, Desk};
use crate::domain::form::SignatureForm;
use crate::domain::household::Index;
use crate::domain::moment::DAY;
use crate::domain::sign_on::{SignOn, SignOnForm, State};
use crate::domain::signature::MAX_MAILS;
use crate::storage::outbox::{self, Kind as Mail, Owed};
use crate::storage::{StorageError, Transaction, letters, recipients, sign_ons};

/// Counts one more confirmation mail and gives it to be queued, unless there have been enough. Saves the row.
pub(super) async fn ask_again(
    tx: &Transaction,
    desk: &Desk<'_>,
    one: &mut SignOn,
) -> Result<Vec<Owed>, StorageError> {
    let may = may_ask_again(tx, desk, (one.campaign, one.id), one.email(), one.mails).await?;
    if may {
        one.mails += 1;
        one.code_attempts = 0;
        one.expires_at = desk.lapse();
    }
    sign_ons::save(&**tx, one).await?;
    Ok(if may { vec![mail(desk, one, Mail::SignOn, one.mails)] } else { Vec::new() })
}

/// Whether another mail may go out about a row of which so many went out, to this address.
pub(in crate::actions) async fn may_ask_again(
    tx: &Transaction,
    desk: &Desk<'_>,
    about: (i32, Uuid),
    email: Option<Index>,
    mails: i16,
) -> Result<bool, StorageError> {
    let today = match email {
        Some(recipient) => recipients::count_since(&**tx, about, recipient, desk.now - DAY).await?,
        None => 0,
    };
    Ok(mails < MAX_MAILS && today < desk.mails_per_recipient)
}

/// Sends once more the mail that a waiting page speaks of, within the limits, which stay silent.
pub async fn resend(desk: &Desk<'_>, campaign: i32, waiting: Uuid) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    letters::lock(&*tx, campaign).await?;
    let row = sign_ons::find_to_change(&*tx, campaign, waiting).await?.ok_or(ActionError::Gone)?;
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
    let found = sign_ons::find_to_change(&**tx, campaign, holder).await?;
    let Some(mut holder) = found.filter(|one| one.state.stands()) else {
        return Ok(Vec::new());
    };
    if own && holder.state == State::Pending {
        return ask_again(tx, desk, &mut holder).await;
    }
    Ok(vec![mail(desk, &holder, Mail::SignedOn, 0)])
}

/// The form that a waiting page stands for.
pub async fn form_of(desk: &Desk<'_>, campaign: i32, waiting: Uuid) -> Result<SignOnForm, ActionError> {
    let row = sign_ons::find(desk.db.read(), campaign, waiting).await?.ok_or(ActionError::Gone)?;
    if row.sealed.is_empty() {
        return Err(ActionError::Gone);
    }
    let signatory = open_signatory(desk.vault, &row)?;
    let person = signatory.person;
    Ok(SignOnForm {
        kind: row.kind.as_str().to_owned(),
        organisation: signatory.organisation,
        role: signatory.role,
        profession: signatory.profession,
        affiliation: signatory.affiliation,
        website: signatory.website,
        person: SignatureForm {
            name: person.name,
            email: person.email,
            country: row.country,
            postal_code: person.postal_code,
            city: person.city,
            region: person.region,
            public: row.display.as_str().to_owned(),
            updates: if row.updates_since.is_some() { "yes".into() } else { String::new() },
            comment: person.comment,
            text_version: row.text_version.to_string(),
            source: String::new(),
            homepage: row.hold_reason.filter(|reason| reason == "honeypot").unwrap_or_default(),
        },
    })
}

/// Deletes the unconfirmed sign-on at the mistyped address, once the other stands in its place.
pub async fn drop_mistyped(
    desk: &Desk<'_>,
    campaign: i32,
    waiting: Uuid,
    other: Uuid,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    letters::lock(&*tx, campaign).await?;
    let stands = sign_ons::find(&*tx, campaign, other).await?.is_some_and(|one| one.state == State::Pending);
    let old = sign_ons::find_to_change(&*tx, campaign, waiting).await?;
    if stands && old.is_some_and(|one| one.state == State::Pending) {
        sign_ons::delete_repeats(&*tx, campaign, waiting).await?;
        sign_ons::delete(&*tx, campaign, waiting).await?;
    }
    tx.commit().await?;
    Ok(())
}
