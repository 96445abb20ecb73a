//! A delivery leaves the house, and is acknowledged.

mod delivered;
mod enter;
mod link;
mod step;
mod tell;

use uuid::Uuid;

pub use delivered::delivered;
pub use enter::{Entered, Visit, enter, find_package, look, stay, visit};
pub use link::{Link, make_link, revoke_link};
pub use step::{Fault, Typed, Written, acknowledge, take_back, write_step};
pub use tell::tell_supporters;

use super::{DeliveryError, On, record};
use crate::actions::accounts::By;
use crate::actions::{ActionError, Desk};
use crate::domain::delivery::handover::{Said, Step, Way};
use crate::domain::delivery::{Delivery, Stage};
use crate::domain::moment::Moment;
use crate::storage::deliveries::{self, Of, approvals, steps};
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{StorageError, Transaction};

/// As the audit log names whoever comes by a link.
pub const OFFICE: By<'static> = By::Program("the office, by its link");

const fn seat(campaign: i32, id: Uuid) -> Seat<'static> {
    Seat { table: "delivery_step", campaign, id }
}

const fn photo_seat(step: Uuid) -> Seat<'static> {
    Seat { table: "delivery_photo", campaign: 0, id: step }
}

/// Opens what is said of a step.
pub fn open_said(vault: &Vault, step: &Step) -> Result<Said, VaultError> {
    vault.open(seat(step.campaign, step.id), &step.sealed)
}

/// The photo of a stamped copy, a JPEG; none where there is none.
pub async fn find_photo(desk: &Desk<'_>, step: Uuid) -> Result<Option<Vec<u8>>, DeliveryError> {
    let Some(sealed) = steps::find_photo(desk.db.read(), step).await? else { return Ok(None) };
    Ok(Some(desk.vault.open_bytes(photo_seat(step), &sealed)?))
}

/// A step that is to be written down.
struct New<'a> {
    stage: Stage,
    way: Way,
    at: Moment,
    said: &'a Said,
    photo: Option<&'a [u8]>,
}

/// Writes a step down, and what it makes of the delivery. What is acknowledged was handed over before, whoever forgot to say so.
async fn put(
    tx: &Transaction,
    desk: &Desk<'_>,
    on: On<'_>,
    (one, new): (&mut Delivery, New<'_>),
) -> Result<(), DeliveryError> {
    let follows = match new.stage {
        Stage::HandedOver => one.stage == Stage::Frozen,
        _ => matches!(one.stage, Stage::Frozen | Stage::HandedOver),
    };
    if !follows {
        return Err(DeliveryError::MovedOn);
    }
    if new.stage == Stage::Acknowledged && one.stage == Stage::Frozen {
        insert(tx, desk, on, &New { stage: Stage::HandedOver, said: &Said::default(), photo: None, ..new })
            .await?;
    }
    insert(tx, desk, on, &new).await?;
    (one.stage, one.changed_at) = (new.stage, desk.now);
    deliveries::save(&**tx, one).await?;
    steps::moved(&**tx, on.of.0).await?;
    let act = if new.stage == Stage::HandedOver { "hand_over_delivery" } else { "acknowledge_delivery" };
    record(tx, desk, on, act, new.way.as_str().to_owned()).await?;
    Ok(())
}

async fn insert(tx: &Transaction, desk: &Desk<'_>, on: On<'_>, new: &New<'_>) -> Result<(), DeliveryError> {
    let id = desk.id();
    let step = Step {
        id,
        campaign: on.of.0,
        delivery: on.of.1,
        stage: new.stage,
        way: new.way,
        at: new.at,
        sealed: desk.vault.seal(seat(on.of.0, id), new.said),
        account: on.by.account(),
        created_at: desk.now,
    };
    steps::insert(&**tx, &step).await?;
    if let Some(photo) = new.photo {
        steps::put_photo(&**tx, id, desk.vault.seal_bytes(photo_seat(id), photo)).await?;
    }
    Ok(())
}

/// The office has fetched it: with that it is handed over, if it was not before.
pub(super) async fn fetched(
    tx: &Transaction,
    desk: &Desk<'_>,
    on: On<'_>,
    one: &mut Delivery,
) -> Result<(), DeliveryError> {
    left_by_link(tx, desk, on, (one, desk.now)).await
}

async fn left_by_link(
    tx: &Transaction,
    desk: &Desk<'_>,
    on: On<'_>,
    (one, at): (&mut Delivery, Moment),
) -> Result<(), DeliveryError> {
    if one.stage != Stage::Frozen {
        return Ok(());
    }
    let new = New { stage: Stage::HandedOver, way: Way::Link, at, said: &Said::default(), photo: None };
    put(tx, desk, on, (one, new)).await
}

/// When the office first fetched it by its link, if it has.
pub(super) async fn first_fetched(tx: &Transaction, of: Of) -> Result<Option<Moment>, StorageError> {
    let fetches = approvals::list_fetches(&**tx, of).await?;
    Ok(fetches.iter().rev().find(|fetch| fetch.account.is_none()).map(|fetch| fetch.at))
}

/// Seals the steps and photos anew under another key; how many that were.
pub(in crate::actions) async fn reseal(desk: &Desk<'_>) -> Result<u64, ActionError> {
    let mut done = 0;
    for campaign in steps::list_campaigns(desk.db.read()).await? {
        let tx = desk.db.write().await?;
        for step in steps::list_all(&*tx, campaign).await? {
            if !desk.vault.is_current(&step.sealed) {
                let said = open_said(desk.vault, &step)?;
                steps::reseal(&*tx, step.id, desk.vault.seal(seat(campaign, step.id), &said)).await?;
                done += 1;
            }
        }
        tx.commit().await?;
    }
    for step in steps::list_photos(desk.db.read()).await? {
        let tx = desk.db.write().await?;
        let sealed = steps::find_photo(&*tx, step).await?;
        if let Some(sealed) = sealed.filter(|sealed| !desk.vault.is_current(sealed)) {
            let photo = desk.vault.open_bytes(photo_seat(step), &sealed)?;
            steps::reseal_photo(&*tx, step, desk.vault.seal_bytes(photo_seat(step), &photo)).await?;
            done += 1;
        }
        tx.commit().await?;
    }
    Ok(done)
}
