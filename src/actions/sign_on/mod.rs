//! Signing an open letter on, as an organisation or a professional: held until staff have vetted it. Whoever sent the form
//! sees the same whether they are new or stand under the letter already.

mod ask;
mod choose;
mod confirm;
mod leave;
mod list;
mod vet;

pub(super) use ask::may_ask_again;
pub use ask::{drop_mistyped, form_of, resend};
pub use choose::{ask_updates, show_name};
pub use confirm::{confirm, target_of};
pub use leave::{disown, erase, withdraw};
pub use list::{Edited, edit, look, seen};
pub use vet::{Decided, Decision, decide, undo};

use std::collections::BTreeSet;

use uuid::Uuid;

use super::accounts::By;
use super::{ActionError, Desk};
use crate::domain::defence::Shown;
use crate::domain::email::EmailAddress;
use crate::domain::household::Index;
use crate::domain::moment::Moment;
use crate::domain::name::FullName;
use crate::domain::sign_on::{Kind, Marks, NewSignOn, SignOn, Signatory, State};
use crate::domain::token::{Claims, Purpose};
use crate::domain::website::Website;
use crate::storage::audits::Entry;
use crate::storage::outbox::{self, Kind as Mail, Owed};
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{Connection, StorageError, Transaction, challenges, letters, sign_ons};

/// Where a signatory is sealed to.
const fn seat(campaign: i32, id: Uuid) -> Seat<'static> {
    Seat { table: "sign_on", campaign, id }
}

/// Opens who signed on; fails once they have left.
pub fn open_signatory(vault: &Vault, one: &SignOn) -> Result<Signatory, VaultError> {
    vault.open(seat(one.campaign, one.id), &one.sealed)
}

/// The link to the page of who signed on.
pub fn mine_token(vault: &Vault, campaign: i32, id: Uuid) -> String {
    vault.token(&Claims { purpose: Purpose::MineSignOn, campaign, id, expires: None })
}

/// The link of the confirmation mail.
pub fn confirm_token(vault: &Vault, campaign: i32, id: Uuid, expires: Moment) -> String {
    vault.token(&Claims { purpose: Purpose::ConfirmSignOn, campaign, id, expires: Some(expires) })
}

/// What names a waiting page.
pub fn waiting_token(vault: &Vault, campaign: i32, id: Uuid) -> String {
    vault.token(&Claims { purpose: Purpose::WaitingSignOn, campaign, id, expires: None })
}

/// What a sign-on is found and told apart by: an organisation by its name and website, a professional by their address.
fn marks(desk: &Desk<'_>, kind: Kind, signatory: &Signatory) -> Marks {
    let typed = &signatory.person.email;
    let email = EmailAddress::parse(typed)
        .map_or_else(|_| desk.vault.index("email", &[typed]), |email| desk.email_index(&email));
    let named = match kind {
        Kind::Organisation => &signatory.organisation,
        Kind::Professional => &signatory.person.name,
    };
    let name = FullName::parse(named).map_or_else(|_| named.clone(), |name| name.comparable());
    let site = Website::parse(&signatory.website).ok().flatten();
    let host = site.as_ref().map(Website::host);
    let whole = match kind {
        Kind::Organisation => desk.vault.index("organisation", &[&name, host.unwrap_or_default()]),
        Kind::Professional => desk.vault.index("professional", &[&hex(&email)]),
    };
    let host = host.map(|host| desk.vault.index("website", &[host]));
    Marks { email, whole, name: desk.vault.index("signatory", &[kind.as_str(), &name]), host }
}

fn hex(index: &Index) -> String {
    crate::domain::digest::hexadecimal(index)
}

/// Whether the address of a signatory is one of their website.
pub fn has_own_mail(signatory: &Signatory) -> bool {
    let site = Website::parse(&signatory.website).ok().flatten();
    let email = EmailAddress::parse(&signatory.person.email).ok();
    site.zip(email).is_some_and(|(site, email)| site.has_mail(email.domain()))
}

/// Stores a sign-on and queues its mail, or, for one that stands already, a mail to whoever holds it. Returns the row that
/// the waiting page speaks of.
pub async fn sign_on(
    desk: &Desk<'_>,
    campaign: i32,
    new: &NewSignOn,
    shown: Shown,
) -> Result<Uuid, ActionError> {
    let mut row = row(desk, campaign, new);
    let id = row.id;
    let tx = desk.db.write().await?;
    if !letters::lock(&*tx, campaign).await? {
        return Err(ActionError::Gone);
    }
    row.code_only = shown != Shown::Calm && !is_proved(&tx, shown).await?;
    let mails = match holder(&tx, &row).await? {
        None => {
            sign_ons::insert(&*tx, &row).await?;
            vec![mail(desk, &row, Mail::SignOn, 1)]
        }
        Some((holder, own)) => repeat(&tx, desk, row, holder, own).await?,
    };
    outbox::insert(&*tx, mails).await?;
    tx.commit().await?;
    Ok(id)
}

fn row(desk: &Desk<'_>, campaign: i32, new: &NewSignOn) -> SignOn {
    let id = desk.id();
    let (person, signatory) = (&new.person, new.signatory());
    let marks = marks(desk, new.kind, &signatory);
    SignOn {
        campaign,
        id,
        kind: new.kind,
        state: State::Pending,
        lang: person.lang,
        text_version: person.text_version,
        sealed: desk.vault.seal(seat(campaign, id), &signatory),
        marks: Some(marks),
        // Anybody can type an organisation's name: it is held by who has shown to belong to it.
        claim: (new.kind == Kind::Professional).then_some(marks.whole),
        country: person.country.as_str().to_owned(),
        display: person.display,
        updates_since: person.updates.then_some(desk.now),
        hold_reason: person.hold_reason.map(|reason| reason.as_str().to_owned()),
        mails: 1,
        code_attempts: 0,
        code_only: false,
        repeat_of: None,
        own: false,
        created_at: desk.now,
        expires_at: desk.lapse(),
        confirmed_at: None,
        decided_at: None,
        decline_reason: None,
        told: None,
        ended_at: None,
        names: Vec::new(),
        weight: 0,
    }
}

/// Whether a form brought a proof of work that nobody has used, which is thereby used up.
pub(super) async fn is_proved(tx: &Transaction, shown: Shown) -> Result<bool, StorageError> {
    let Shown::Proof(proof) = shown else { return Ok(false) };
    let proofs = BTreeSet::from([proof]);
    if !challenges::list_spent(&**tx, &proofs).await?.is_empty() {
        return Ok(false);
    }
    Ok(challenges::spend(&**tx, &proofs).await? == 1)
}

/// Who stands there already for this organisation or professional, and whether it is the same address.
async fn holder(tx: &Transaction, row: &SignOn) -> Result<Option<(SignOn, bool)>, StorageError> {
    let Some(Marks { whole: mark, email, .. }) = row.marks else { return Ok(None) };
    let at_address = sign_ons::list_of(&**tx, row.campaign, mark, email).await?;
    if let Some(own) = at_address.into_iter().find(|one| one.state.stands()) {
        return Ok(Some((own, true)));
    }
    Ok(sign_ons::find_claim(&**tx, row.campaign, mark).await?.map(|one| (one, false)))
}

/// Keeps a form that was sent again, and says so to whoever holds the place.
async fn repeat(
    tx: &Transaction,
    desk: &Desk<'_>,
    mut row: SignOn,
    mut holder: SignOn,
    own: bool,
) -> Result<Vec<Owed>, StorageError> {
    let mails = if own && holder.state == State::Pending {
        // The more private choice holds, as long as nobody has confirmed who they are.
        holder.display = holder.display.min(row.display);
        holder.updates_since = holder.updates_since.and(row.updates_since);
        holder.code_only &= row.code_only;
        ask::ask_again(tx, desk, &mut holder).await?
    } else {
        vec![mail(desk, &holder, Mail::SignedOn, 0)]
    };
    (row.state, row.repeat_of, row.own) = (State::Repeat, Some(holder.id), own);
    row.claim = None;
    sign_ons::insert(&**tx, &row).await?;
    Ok(mails)
}

/// A mail to who signed on.
fn mail(desk: &Desk<'_>, one: &SignOn, kind: Mail, number: i16) -> Owed {
    desk.owed(kind, (one.campaign, one.id), number, one.email())
}

/// Takes the place of an organisation or a professional, where it is free.
async fn claim(db: &impl Connection, one: &mut SignOn) -> Result<bool, StorageError> {
    let Some(Marks { whole: mark, .. }) = one.marks else { return Ok(true) };
    match sign_ons::find_claim(db, one.campaign, mark).await? {
        Some(other) if other.id != one.id => Ok(false),
        _ => {
            one.claim = Some(mark);
            Ok(true)
        }
    }
}

/// Puts an act of staff on record. The subject is a row, never a name.
async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    by: By<'_>,
    act: &str,
    (campaign, subject, detail): (i32, String, &str),
) -> Result<(), StorageError> {
    let (actor, detail) = (by.name(), detail.to_owned());
    let campaign = Some(campaign);
    desk.record(tx, Entry { actor: &actor, act, campaign, subject, detail }).await
}

/// Seals everything anew under the newest key; returns how many rows that were.
pub(super) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    for mut one in sign_ons::list_sealed(&**tx).await? {
        let signatory = open_signatory(desk.vault, &one)?;
        let marks = marks(desk, one.kind, &signatory);
        one.sealed = desk.vault.seal(seat(one.campaign, one.id), &signatory);
        one.marks = Some(marks);
        one.claim = one.claim.map(|_| marks.whole);
        sign_ons::save(&**tx, &one).await?;
        done += 1;
    }
    Ok(done)
}
