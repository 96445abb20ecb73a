//! Signing: a form that passed every rule becomes a pending signature and a mail, or, at an address that has its
//! signatures, a mail that says so. Whoever sent the form sees the same either way.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Desk, seat};
use crate::domain::defence::{Proof, Shown};
use crate::domain::form::SignatureForm;
use crate::domain::household::{Holder, Index, Verdict, judge};
use crate::domain::lang::Lang;
use crate::domain::moment::DAY;
use crate::domain::signature::{MAX_MAILS, NewSignature};
use crate::storage::challenges;
use crate::storage::choices::{self, Choices};
use crate::storage::outbox::{self, Kind, Owed};
use crate::storage::recipients;
use crate::storage::repeats::{self, Repeat};
use crate::storage::returns;
use crate::storage::signatures::{self, Row};
use crate::storage::vault::Seat;
use crate::storage::{Connection, StorageError};

/// A signature sealed and indexed, ready for its transaction. Made outside it, by as many at once as there are cores.
pub struct Prepared {
    row: Row,
    form: SignatureForm,
    shown: Shown,
}

impl Prepared {
    pub const fn campaign(&self) -> i32 {
        self.row.campaign
    }
}

/// A repeated form as it is kept for a week.
#[derive(Serialize, Deserialize)]
pub struct Sent {
    pub lang: Lang,
    pub form: SignatureForm,
}

/// What a signed form leads to: the row that its waiting page speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    pub campaign: i32,
    pub waiting: Uuid,
}

/// Why a group of signings must be tried again or given up.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// Another node took a place at an address meanwhile: judge again.
    #[error("another node was first")]
    Overtaken,
}

/// Seals and indexes a form for one campaign.
pub fn prepare(
    desk: &Desk<'_>,
    campaign: i32,
    form: SignatureForm,
    new: &NewSignature,
    network: Index,
    shown: Shown,
) -> Prepared {
    let id = desk.id();
    let email = new.email.canonical(&desk.rules.email);
    let postal = new.postal_code.as_ref().map_or("", |code| code.as_str());
    let [email_index, name_index, postal_index] =
        desk.indexes(&email, &new.name.comparable(), new.country.as_str(), postal);
    let row = Row {
        campaign,
        id,
        lang: new.lang,
        text_version: new.text_version,
        sealed: desk.vault.seal(seat(campaign, id), &new.person()),
        email_index,
        name_index,
        postal_index,
        network_index: network,
        slot: 0,
        country: new.country.as_str().to_owned(),
        region: new.counted_region().to_owned(),
        display: new.display,
        updates_since: new.updates.then_some(desk.now),
        hold_reason: new.hold_reason.map(super::super::domain::signature::HoldReason::as_str),
        created_at: desk.now,
        expires_at: desk.lapse(),
        code_only: shown == Shown::Nothing,
    };
    Prepared { row, form, shown }
}

/// A pending signature that gets one more confirmation mail, since its form came again.
struct Again {
    campaign: i32,
    id: Uuid,
    newest: Choices,
}

fn choices_of(row: &Row, proved: bool) -> Choices {
    Choices {
        display: row.display,
        updates: row.updates_since.is_some(),
        text_version: row.text_version,
        proved,
    }
}

/// What one transaction will insert, gathered while forms are judged in their order.
#[derive(Default)]
struct Batch {
    rows: Vec<Row>,
    mails: Vec<Owed>,
    repeats: Vec<Repeat>,
    /// Signatures that get one more confirmation mail.
    again: Vec<Again>,
    /// The proofs of work of this group that nobody has used yet.
    unspent: BTreeSet<Proof>,
}

/// Signs a group in one transaction, in the order given. Answers are in the same order.
pub async fn sign_all(
    db: &impl Connection,
    desk: &Desk<'_>,
    group: &[Prepared],
) -> Result<Vec<Signed>, SignError> {
    let mut holders = holders(db, group).await?;
    let mut batch = Batch { unspent: spend(db, group).await?, ..Batch::default() };
    for form in group {
        let at_address = holders.entry((form.row.campaign, form.row.email_index)).or_default();
        match judge(at_address, form.row.name_index, form.row.postal_index) {
            Verdict::New { slot } => {
                at_address.push(held_by(form, slot));
                batch.sign(desk, form, slot);
            }
            Verdict::Same(holder) => batch.repeat(desk, form, holder, true),
            Verdict::Taken(holder) => batch.repeat(desk, form, holder, false),
        }
    }
    let signed =
        group.iter().map(|form| Signed { campaign: form.row.campaign, waiting: form.row.id }).collect();
    batch.store(db, desk).await?;
    Ok(signed)
}

/// Takes the proofs of work that a group brings and returns those that are good: each once, on whatever node.
async fn spend(db: &impl Connection, group: &[Prepared]) -> Result<BTreeSet<Proof>, SignError> {
    let brought = group.iter().filter_map(|form| match form.shown {
        Shown::Proof(proof) => Some(proof),
        Shown::Calm | Shown::Nothing => None,
    });
    let mut proofs: BTreeSet<Proof> = brought.collect();
    for spent in challenges::list_spent(db, &proofs).await? {
        proofs.remove(&spent);
    }
    if challenges::spend(db, &proofs).await? < proofs.len() as u64 {
        return Err(SignError::Overtaken);
    }
    Ok(proofs)
}

type Addresses = BTreeMap<(i32, Index), Vec<Holder>>;

async fn holders(db: &impl Connection, group: &[Prepared]) -> Result<Addresses, StorageError> {
    let mut asked: BTreeMap<i32, Vec<Index>> = BTreeMap::new();
    for form in group {
        asked.entry(form.row.campaign).or_default().push(form.row.email_index);
    }
    let mut found = Addresses::new();
    for (campaign, addresses) in asked {
        for (address, holder) in signatures::holders(db, campaign, addresses).await? {
            found.entry((campaign, address)).or_default().push(holder);
        }
    }
    Ok(found)
}

fn held_by(form: &Prepared, slot: i16) -> Holder {
    Holder {
        signature: form.row.id,
        slot,
        name: form.row.name_index,
        postal: form.row.postal_index,
        pending: true,
    }
}

impl Batch {
    /// Whether a form brought a proof, which is thereby used up.
    fn is_proved(&mut self, form: &Prepared) -> bool {
        matches!(form.shown, Shown::Proof(proof) if self.unspent.remove(&proof))
    }

    fn sign(&mut self, desk: &Desk<'_>, form: &Prepared, slot: i16) {
        let code_only = form.shown != Shown::Calm && !self.is_proved(form);
        let row = Row { slot, code_only, ..form.row.clone() };
        self.mails.push(mail(desk, &row, Kind::Confirm, row.id, 1));
        self.rows.push(row);
    }

    /// A form for an address that has its signatures. Its waiting page works like any other.
    fn repeat(&mut self, desk: &Desk<'_>, form: &Prepared, holder: Holder, same_person: bool) {
        let row = &form.row;
        let proved = self.is_proved(form);
        let just_signed = self.rows.iter().any(|new| new.id == holder.signature);
        match (same_person, holder.pending) {
            // Its first mail is queued in this very transaction.
            (true, true) if just_signed => self.soften(row, holder.signature, proved),
            (true, true) => {
                self.again.push(Again {
                    campaign: row.campaign,
                    id: holder.signature,
                    newest: choices_of(row, proved),
                });
            }
            (true, false) => self.mails.push(mail(desk, row, Kind::AlreadySigned, row.id, 0)),
            (false, _) => self.mails.push(mail(desk, row, Kind::AddressTaken, row.id, 0)),
        }
        self.repeats.push(Repeat {
            campaign: row.campaign,
            id: row.id,
            signature: holder.signature,
            own: same_person,
            sealed: desk
                .vault
                .seal(repeat_seat(row.campaign, row.id), &Sent { lang: row.lang, form: form.form.clone() }),
            created_at: desk.now,
            expires_at: desk.lapse(),
        });
    }

    /// The same form twice in one transaction.
    fn soften(&mut self, newest: &Row, id: Uuid, proved: bool) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.id == id) {
            row.display = row.display.min(newest.display);
            row.updates_since = row.updates_since.and(newest.updates_since);
            row.text_version = newest.text_version;
            row.code_only &= !proved;
        }
    }

    async fn store(mut self, db: &impl Connection, desk: &Desk<'_>) -> Result<(), SignError> {
        let new = self.rows.len() as u64;
        // Everywhere in the same order, so that two nodes never wait for each other.
        self.rows.sort_unstable_by_key(|row| (row.campaign, row.email_index, row.slot));
        if signatures::insert(db, self.rows).await? < new {
            return Err(SignError::Overtaken);
        }
        self.again.sort_by_key(|again| (again.campaign, again.id));
        let mut asked = None;
        for again in self.again {
            choices::soften(db, again.campaign, again.id, &again.newest).await?;
            if asked.replace(again.id) != Some(again.id) {
                self.mails.extend(ask_again(db, desk, again.campaign, again.id).await?);
            }
        }
        repeats::insert(db, self.repeats).await?;
        outbox::insert(db, self.mails).await?;
        Ok(())
    }
}

/// Counts one more confirmation mail of a pending signature and gives it to be queued, unless it has had them all.
pub(super) async fn ask_again(
    db: &impl Connection,
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
) -> Result<Option<Owed>, StorageError> {
    let Some(signature) = signatures::find_to_change(db, campaign, id).await? else { return Ok(None) };
    let today = match signature.email_index {
        Some(recipient) => recipients::count_since(db, recipient, desk.now - DAY).await?,
        None => 0,
    };
    // What could not be sent today is not counted, so that it can be asked for tomorrow.
    if signature.mails >= MAX_MAILS || today >= desk.mails_per_recipient {
        return Ok(None);
    }
    signatures::count_mail(db, campaign, id, desk.lapse()).await?;
    returns::expect_again(db, campaign, id, desk.now - DAY).await?;
    Ok(Some(Owed {
        id: desk.id(),
        campaign,
        kind: Kind::Confirm,
        subject: Some(id),
        number: signature.mails + 1,
        sealed: None,
        recipient: signature.email_index,
        attempts: 0,
        created_at: desk.now,
    }))
}

/// Where a repeated form is sealed to.
pub const fn repeat_seat(campaign: i32, id: Uuid) -> Seat<'static> {
    Seat { table: "repeat", campaign, id }
}

fn mail(desk: &Desk<'_>, row: &Row, kind: Kind, subject: Uuid, number: i16) -> Owed {
    Owed {
        id: desk.id(),
        campaign: row.campaign,
        kind,
        subject: Some(subject),
        number,
        sealed: None,
        recipient: Some(row.email_index),
        attempts: 0,
        created_at: desk.now,
    }
}
