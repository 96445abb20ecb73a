use std::time::Duration;

use uuid::Uuid;

use super::{DeliveryError, On, record};
use crate::actions::Desk;
use crate::actions::accounts::{By, password};
use crate::actions::deliveries::approved;
use crate::domain::delivery::handover::{Handover, MOST_WRONG, Passphrase, VISIT};
use crate::domain::delivery::{Delivery, Missing, Package, Stage, find_ready};
use crate::domain::moment::Moment;
use crate::domain::password::Password;
use crate::domain::token::{Claims, Purpose};
use crate::storage::StorageError;
use crate::storage::deliveries::{self, handovers, packages};

/// By then it is known of an attempt whether it was right.
const LOOKED_AT: Duration = Duration::from_mins(1);

/// What a link leads to.
pub struct Visit {
    pub handover: Handover,
    pub delivery: Delivery,
}

/// What came of a passphrase.
pub enum Entered {
    /// It was right; a browser keeps this, and is not asked again for a while.
    In(String),
    Wrong,
    /// Too many were wrong: nobody comes in until then.
    Locked(Moment),
    /// The link leads nowhere any more.
    Over,
}

/// What a link leads to, if it still leads anywhere.
pub async fn look(desk: &Desk<'_>, claims: Claims) -> Result<Option<Visit>, DeliveryError> {
    let db = desk.db.read();
    let Some(handover) = handovers::find(db, claims.id).await? else { return Ok(None) };
    let delivery = deliveries::find(db, (handover.campaign, handover.delivery)).await?;
    let is_open = |one: &Delivery| handover.is_open(desk.now) && one.stage != Stage::Cancelled;
    Ok(delivery.filter(is_open).map(|delivery| Visit { handover, delivery }))
}

/// Whether what a browser keeps is of whoever knew the passphrase of this link.
pub fn visit(desk: &Desk<'_>, of: &Handover, kept: &str) -> bool {
    desk.vault.claims(kept).is_some_and(|claims| {
        claims.purpose == Purpose::HandoverVisit
            && claims.id == of.id
            && claims.expires.is_some_and(|until| desk.now < until)
    })
}

/// Somebody types a passphrase. The attempt is written down before it is known what comes of it: many at once are as many.
pub async fn enter(desk: &Desk<'_>, claims: Claims, typed: &str) -> Result<Entered, DeliveryError> {
    let tx = desk.db.write().await?;
    let Some(mut one) = handovers::find_to_change(&*tx, claims.id).await? else { return Ok(Entered::Over) };
    if !one.is_open(desk.now) {
        drop(tx);
        // Whoever typed the last wrong one may have been cut off before its end was on record.
        if one.guessed_at().is_some_and(|at| at + LOOKED_AT <= desk.now) {
            end_guessed(desk, claims.id).await?;
        }
        return Ok(Entered::Over);
    }
    if one.is_locked(desk.now) {
        return Ok(Entered::Locked(one.locked_until));
    }
    one.try_at(desk.now);
    handovers::save_attempts(&*tx, &one).await?;
    tx.commit().await?;
    let typed = Password::typed(Passphrase::typed(typed).as_str());
    let right = password::is_right(typed, Some(one.passphrase.clone()), desk.entropy.bytes());
    let Ok(is_right) = right.await else {
        untry(desk, claims.id).await?;
        return Err(DeliveryError::Busy);
    };
    if !is_right {
        if one.is_open(desk.now) {
            return Ok(Entered::Wrong);
        }
        end_guessed(desk, claims.id).await?;
        return Ok(Entered::Over);
    }
    let tx = desk.db.write().await?;
    let found = handovers::find_to_change(&*tx, claims.id).await?;
    // It may have been ended while this was looked at.
    let Some(mut now) = found.filter(|one| one.ended_at.is_none()) else { return Ok(Entered::Over) };
    (now.wrong, now.locked_until) = (0, Moment(0));
    now.opened_at = now.opened_at.or(Some(desk.now));
    handovers::save_attempts(&*tx, &now).await?;
    tx.commit().await?;
    Ok(Entered::In(stay(desk, &one)))
}

/// Nobody had time to look at a passphrase: whoever typed it comes again, and has lost no attempt.
async fn untry(desk: &Desk<'_>, id: Uuid) -> Result<(), DeliveryError> {
    let tx = desk.db.write().await?;
    let found = handovers::find_to_change(&*tx, id).await?;
    let Some(mut one) = found.filter(|one| one.ended_at.is_none()) else { return Ok(()) };
    one.untry();
    handovers::save_attempts(&*tx, &one).await?;
    tx.commit().await?;
    Ok(())
}

/// What a browser keeps from now on in which the passphrase of this link was typed.
pub fn stay(desk: &Desk<'_>, of: &Handover) -> String {
    let claims = Claims {
        purpose: Purpose::HandoverVisit,
        campaign: of.campaign,
        id: of.id,
        expires: Some(desk.now + VISIT),
    };
    desk.vault.token(&claims)
}

/// The package that an office can fetch, or why there is none.
pub async fn find_package(desk: &Desk<'_>, one: &Delivery) -> Result<Result<Package, Missing>, StorageError> {
    let db = desk.db.read();
    // More may have to approve than when the link was made.
    let (needed, given) = approved(db, one).await?;
    if given < needed {
        return Ok(Err(Missing::Unapproved));
    }
    Ok(find_ready(packages::list(db, (one.campaign, one.number)).await?))
}

/// Too many passphrases were wrong: the link is over, and that is on record.
async fn end_guessed(desk: &Desk<'_>, id: Uuid) -> Result<(), DeliveryError> {
    let tx = desk.db.write().await?;
    let found = handovers::find_to_change(&*tx, id).await?;
    // Whoever came in meanwhile has begun the count anew.
    let is_guessed = |one: &Handover| one.wrong >= MOST_WRONG && one.ended_at.is_none();
    let Some(mut one) = found.filter(is_guessed) else { return Ok(()) };
    one.ended_at = Some(desk.now);
    handovers::save_attempts(&*tx, &one).await?;
    let on = On { of: (one.campaign, one.delivery), by: By::SERVICE };
    record(&tx, desk, on, "end_handover_link", String::new()).await?;
    tx.commit().await?;
    Ok(())
}
