//! Signing: a form that passed every rule becomes a pending signature and a mail, or, at an address that has its
//! signatures, a mail that says so. Whoever sent the form sees the same either way.

mod batch;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::batch::Batch;
pub(super) use self::batch::ask_again;
use super::review::marks;
use super::{Desk, seat};
use crate::domain::defence::{Proof, Shown};
use crate::domain::form::SignatureForm;
use crate::domain::household::{Holder, Index, Verdict, judge};
use crate::domain::lang::Lang;
use crate::domain::signature::NewSignature;
use crate::storage::signatures::{self, Row};
use crate::storage::vault::Seat;
use crate::storage::{Connection, StorageError};
use crate::storage::{challenges, holders};

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

    pub const fn id(&self) -> Uuid {
        self.row.id
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
        marks: marks(desk, new.email.domain(), &new.name.comparable(), new.country.as_str(), postal),
        slot: 0,
        country: new.country.as_str().to_owned(),
        region: new.counted_region().to_owned(),
        riding: desk.atlas.code_of(new.country.as_str(), postal),
        source: new.source.as_str().to_owned(),
        display: new.display,
        updates_since: new.updates.then_some(desk.now),
        hold_reason: new.hold_reason.map(super::super::domain::signature::HoldReason::as_str),
        created_at: desk.now,
        expires_at: desk.lapse(),
        code_only: shown == Shown::Nothing,
    };
    Prepared { row, form, shown }
}

/// Signs whoever of a group is new at their address, by one statement, and returns their ids. The others are left to
/// [`sign_all`]: who has signed before, and who brings a proof of work, which must be spent.
pub async fn sign_new(db: &impl Connection, group: &[Prepared]) -> Result<BTreeSet<Uuid>, StorageError> {
    let unproved = group.iter().filter(|form| !matches!(form.shown, Shown::Proof(_)));
    let mut rows: Vec<Row> =
        unproved.map(|form| Row { code_only: form.shown != Shown::Calm, ..form.row.clone() }).collect();
    // Everywhere in the same order, so that two groups never wait for each other; of two at one address the first.
    rows.sort_by_key(|row| (row.campaign, row.email_index));
    rows.dedup_by_key(|row| (row.campaign, row.email_index));
    Ok(signatures::insert_new(db, &rows).await?.into_iter().collect())
}

/// The answers to forms that are stored.
pub fn signed(group: &[Prepared]) -> Vec<Signed> {
    group.iter().map(|form| Signed { campaign: form.row.campaign, waiting: form.row.id }).collect()
}

/// Signs a group in one transaction, in the order given. Answers are in the same order.
pub async fn sign_all(
    db: &impl Connection,
    desk: &Desk<'_>,
    group: &[Prepared],
) -> Result<Vec<Signed>, SignError> {
    let mut holders = at_addresses(db, group).await?;
    let mut batch = Batch::new(spend(db, group).await?);
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
    batch.store(db, desk).await?;
    Ok(signed(group))
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

async fn at_addresses(db: &impl Connection, group: &[Prepared]) -> Result<Addresses, StorageError> {
    let mut asked: BTreeMap<i32, Vec<Index>> = BTreeMap::new();
    for form in group {
        asked.entry(form.row.campaign).or_default().push(form.row.email_index);
    }
    let mut found = Addresses::new();
    for (campaign, addresses) in asked {
        for (address, holder) in holders::list(db, campaign, addresses).await? {
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

/// Where a repeated form is sealed to.
pub const fn repeat_seat(campaign: i32, id: Uuid) -> Seat<'static> {
    Seat { table: "repeat", campaign, id }
}
