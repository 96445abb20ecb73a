//! What one transaction of signings stores: new rows, repeats, and the mails that both lead to.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{Prepared, Sent, SignError, repeat_seat};
use crate::actions::Desk;
use crate::domain::defence::{Proof, Shown};
use crate::domain::household::Holder;
use crate::domain::moment::DAY;
use crate::domain::signature::MAX_MAILS;
use crate::storage::choices::{self, Choices};
use crate::storage::outbox::{self, Kind, Owed};
use crate::storage::recipients;
use crate::storage::repeats::{self, Repeat};
use crate::storage::returns;
use crate::storage::signatures::{self, Row};
use crate::storage::{Connection, StorageError};

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
pub(super) struct Batch {
    rows: Vec<Row>,
    mails: Vec<Owed>,
    repeats: Vec<Repeat>,
    /// Signatures that get one more confirmation mail.
    again: Vec<Again>,
    /// The proofs of work of this group that nobody has used yet.
    unspent: BTreeSet<Proof>,
}

impl Batch {
    pub fn new(unspent: BTreeSet<Proof>) -> Self {
        Self { unspent, ..Self::default() }
    }

    /// Whether a form brought a proof, which is thereby used up.
    fn is_proved(&mut self, form: &Prepared) -> bool {
        matches!(form.shown, Shown::Proof(proof) if self.unspent.remove(&proof))
    }

    pub fn sign(&mut self, desk: &Desk<'_>, form: &Prepared, slot: i16) {
        let code_only = form.shown != Shown::Calm && !self.is_proved(form);
        let row = Row { slot, code_only, ..form.row.clone() };
        // A first mail has its signature's id.
        self.mails.push(mail(desk, row.id, &row, Kind::Confirm, 1));
        self.rows.push(row);
    }

    /// A form for an address that has its signatures. Its waiting page works like any other.
    pub fn repeat(&mut self, desk: &Desk<'_>, form: &Prepared, holder: Holder, same_person: bool) {
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
            (true, false) => self.mails.push(mail(desk, desk.id(), row, Kind::AlreadySigned, 0)),
            (false, _) => self.mails.push(mail(desk, desk.id(), row, Kind::AddressTaken, 0)),
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

    pub async fn store(mut self, db: &impl Connection, desk: &Desk<'_>) -> Result<(), SignError> {
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
pub async fn ask_again(
    db: &impl Connection,
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
) -> Result<Option<Owed>, StorageError> {
    let Some(signature) = signatures::find_to_change(db, campaign, id).await? else { return Ok(None) };
    let today = match signature.email_index {
        Some(recipient) => recipients::count_since(db, (campaign, id), recipient, desk.now - DAY).await?,
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

/// A mail about the form of a row, which its waiting page speaks of.
fn mail(desk: &Desk<'_>, id: Uuid, row: &Row, kind: Kind, number: i16) -> Owed {
    Owed {
        id,
        campaign: row.campaign,
        kind,
        subject: Some(row.id),
        number,
        sealed: None,
        recipient: Some(row.email_index),
        attempts: 0,
        created_at: desk.now,
    }
}
