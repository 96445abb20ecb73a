//! The email address of somebody's signatures is corrected, across campaigns, once a mail to the new one was answered.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Sought, find_all, open_asker, record, seat as asker_seat};
use crate::actions::review::person_marks;
use crate::actions::{ActionError, Desk, seat};
use crate::domain::email::EmailAddress;
use crate::domain::holding::Kind;
use crate::domain::household::{Holder, Verdict, judge};
use crate::domain::inquiry::{Asker, Inquiry};
use crate::domain::name::FullName;
use crate::domain::new_address::{LASTS, Moved, NewAddress};
use crate::domain::signature::{Signature, State};
use crate::domain::token::{Claims, Purpose};
use crate::storage::outbox::{self, Kind as Mail, Owed};
use crate::storage::vault::Vault;
use crate::storage::{Transaction, census, holders, inquiries, people, signatures, tallies};

/// What of a new address was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Email,
    /// It is the one under which they stand.
    Same,
    /// No signature was chosen that stands and was confirmed.
    Nothing,
}

/// The link of the mail to a new address.
pub fn new_address_token(vault: &Vault, inquiry: Uuid, new: &NewAddress) -> String {
    let expires = Some(new.expires_at);
    vault.token(&Claims { purpose: Purpose::NewAddress, campaign: new.number, id: inquiry, expires })
}

/// Keeps the address that whoever asks has instead, and mails to it. Nothing is theirs before that was answered.
pub async fn ask(
    desk: &Desk<'_>,
    inquiry: &Inquiry,
    by: Uuid,
    typed: &str,
    is_chosen: impl Fn(Uuid) -> bool,
) -> Result<Result<(), Fault>, ActionError> {
    let Ok(email) = EmailAddress::parse(typed) else { return Ok(Err(Fault::Email)) };
    let asker = open_asker(desk.vault, inquiry)?;
    let sought = Sought::of(desk, inquiry.organisation, &asker).await?;
    let index = desk.email_index(&email);
    if sought.addresses.contains(&index) {
        return Ok(Err(Fault::Same));
    }
    let mut rows = Vec::new();
    let mut lang = None;
    for holding in find_all(desk, &sought).await? {
        let Some(campaign) = holding.campaign.filter(|_| holding.kind == Kind::Signature) else { continue };
        let found = signatures::find(desk.db.read(), campaign, holding.id).await?;
        if let Some(signature) = found.filter(|one| is_chosen(one.id) && is_movable(one)) {
            lang = lang.or(Some(signature.lang));
            rows.push((campaign, signature.id));
        }
    }
    let (Some(lang), Some((campaign, _))) = (lang, rows.first().copied()) else {
        return Ok(Err(Fault::Nothing));
    };
    let number = i32::from_be_bytes(desk.entropy.bytes());
    let (expires_at, email) = (desk.now + LASTS, email.as_typed().to_owned());
    let new = NewAddress { number, email, rows, lang, expires_at, done: None };
    let detail = format!("{} signatures", new.rows.len());
    let asker = Asker { new_address: Some(new), ..asker };
    let tx = desk.db.write().await?;
    inquiries::put(&*tx, inquiry.id, desk.vault.seal(asker_seat(inquiry.id), &asker)).await?;
    outbox::insert(&*tx, vec![mail(desk, campaign, inquiry.id, index)]).await?;
    record(&tx, desk, by, ("ask_new_address", inquiry.id), detail).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

fn mail(desk: &Desk<'_>, campaign: i32, inquiry: Uuid, recipient: crate::domain::household::Index) -> Owed {
    Owed {
        id: desk.id(),
        campaign,
        kind: Mail::NewAddress,
        subject: Some(inquiry),
        number: 0,
        sealed: None,
        recipient: Some(recipient),
        attempts: 0,
        created_at: desk.now,
    }
}

/// One that is not confirmed yet is signed anew instead.
fn is_movable(signature: &Signature) -> bool {
    matches!(signature.state, State::Confirmed | State::Held)
}

/// What somebody gave as their new address in an open case, while it may still be confirmed or has been.
pub async fn find(desk: &Desk<'_>, inquiry: Uuid, number: i32) -> Result<NewAddress, ActionError> {
    let found = inquiries::find(desk.db.read(), inquiry).await?.ok_or(ActionError::Gone)?;
    standing(desk, &found, number).map(|(_, new)| new)
}

fn standing(desk: &Desk<'_>, inquiry: &Inquiry, number: i32) -> Result<(Asker, NewAddress), ActionError> {
    let asker = open_asker(desk.vault, inquiry)?;
    let given = asker.new_address.clone().filter(|new| new.number == number).ok_or(ActionError::Gone)?;
    let is_over = given.done.is_none() && (inquiry.done.is_some() || desk.now >= given.expires_at);
    if is_over { Err(ActionError::Gone) } else { Ok((asker, given)) }
}

/// Whoever has the new mailbox pressed the button of its mail: the signatures stand under it from now on. Pressed again, it
/// changes nothing.
pub async fn confirm(desk: &Desk<'_>, inquiry: Uuid, number: i32) -> Result<Moved, ActionError> {
    let tx = desk.db.write().await?;
    let found = inquiries::find_to_change(&*tx, inquiry).await?.ok_or(ActionError::Gone)?;
    let (asker, new) = standing(desk, &found, number)?;
    if let Some(done) = new.done {
        return Ok(done);
    }
    // It was parsed when it was given.
    let email = EmailAddress::parse(&new.email).map_err(|_| ActionError::Gone)?;
    let mut campaigns: BTreeMap<i32, Vec<Uuid>> = BTreeMap::new();
    for (campaign, id) in &new.rows {
        campaigns.entry(*campaign).or_default().push(*id);
    }
    let mut done = Moved { at: desk.now, moved: 0, taken: 0 };
    for (campaign, ids) in campaigns {
        // The count before its signatures, as everywhere.
        tallies::find_to_change(&*tx, campaign).await?;
        for signature in
            signatures::list_to_change(&*tx, campaign, ids).await?.iter().filter(|one| is_movable(one))
        {
            if readdress(&tx, desk, signature, &email).await? { done.moved += 1 } else { done.taken += 1 }
        }
    }
    let asker = Asker { new_address: Some(NewAddress { done: Some(done), ..new }), ..asker };
    inquiries::put(&*tx, inquiry, desk.vault.seal(asker_seat(inquiry), &asker)).await?;
    tx.commit().await?;
    Ok(done)
}

/// Puts one under the new address, unless the rule of the household has no place for it there.
async fn readdress(
    tx: &Transaction,
    desk: &Desk<'_>,
    signature: &Signature,
    email: &EmailAddress,
) -> Result<bool, ActionError> {
    let (campaign, id) = (signature.campaign, signature.id);
    let mut person = desk.person(signature)?;
    let name = FullName::parse(&person.name).map_or_else(|_| person.name.clone(), |name| name.comparable());
    let address = email.canonical(&desk.rules.email);
    let indexes = desk.indexes(&address, &name, &signature.country, &person.postal_code);
    let [at, name, postal] = indexes;
    let others = holders::list(&**tx, campaign, vec![at]).await?.into_iter().map(|(_, holder)| holder);
    let others: Vec<Holder> = others.filter(|holder| holder.signature != id).collect();
    let Verdict::New { slot } = judge(&others, name, postal) else { return Ok(false) };
    email.as_typed().clone_into(&mut person.email);
    people::readdress(&**tx, (campaign, id), desk.vault.seal(seat(campaign, id), &person), indexes, slot)
        .await?;
    census::mark(&**tx, campaign, id, person_marks(desk, signature, &person)).await?;
    Ok(true)
}
