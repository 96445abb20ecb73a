use super::{DeliveryError, open_said};
use crate::actions::Desk;
use crate::domain::delivery::delivered::{Delivered, Handed};
use crate::domain::delivery::handover::Step;
use crate::domain::delivery::{Delivery, Scope, Stage};
use crate::storage::StorageError;
use crate::storage::deliveries::{self, census, steps};

/// So many are told of on a page; a campaign with more is none that anybody has had.
const MOST: u64 = 1_000;

/// What the public is told of the deliveries of a campaign, as it stands at a revision.
pub async fn delivered(desk: &Desk<'_>, campaign: i32, revision: i32) -> Result<Delivered, DeliveryError> {
    let db = desk.db.read();
    let steps = steps::list_all(db, campaign).await?;
    let mut all = deliveries::list(db, campaign, None, MOST).await?;
    all.retain(|one| one.stage.is_delivered());
    all.sort_by_key(|one| (one.cut_off, one.number));
    let mut handed = Vec::new();
    for (at, one) in all.iter().enumerate() {
        let of = |stage: Stage| steps.iter().find(|step| step.delivery == one.number && step.stage == stage);
        if let Some(first) = of(Stage::HandedOver) {
            let new = count_new(desk, one, &all[..at]).await?;
            handed.push(told(desk, (one, new), (first, of(Stage::Acknowledged)))?);
        }
    }
    handed.sort_by_key(|one| std::cmp::Reverse((one.at, one.number)));
    Ok(Delivered { revision, handed })
}

/// How many who signed online are in a delivery, and in none before it that its addressee was handed too. What was counted when it
/// was frozen does not tell: others may have left the house since, or have been taken back.
async fn count_new(desk: &Desk<'_>, one: &Delivery, before: &[Delivery]) -> Result<i64, StorageError> {
    let before: Vec<&Delivery> = before.iter().filter(|other| other.to.key == one.to.key).collect();
    // Who was in a frozen one was not new.
    let is_apart = one.scope == Scope::New && before.iter().all(|other| other.cut_off < one.cut_off);
    if before.is_empty() || is_apart {
        return Ok(one.counts.online);
    }
    let numbers: Vec<i32> = before.iter().map(|other| other.number).collect();
    census::count_besides(desk.db.apart(), one, &numbers).await
}

fn told(
    desk: &Desk<'_>,
    (one, new): (&Delivery, i64),
    (first, receipt): (&Step, Option<&Step>),
) -> Result<Handed, DeliveryError> {
    let acknowledged = match receipt {
        Some(step) => Some((step.at, open_said(desk.vault, step)?.by)),
        None => None,
    };
    Ok(Handed {
        number: one.number,
        to: one.to.clone(),
        at: first.at,
        signatures: one.counts.online + one.counts.paper,
        new: new + one.counts.paper,
        postcards: one.counts.postcards,
        acknowledged,
    })
}
