use super::{DeliveryError, open_said};
use crate::actions::Desk;
use crate::domain::delivery::delivered::{Delivered, Handed};
use crate::domain::delivery::handover::Step;
use crate::domain::delivery::{Delivery, Stage};
use crate::storage::deliveries::{self, steps};

/// So many are told of on a page; a campaign with more is none that anybody has had.
const MOST: u64 = 1_000;

/// What the public is told of the deliveries of a campaign, as it stands at a revision.
pub async fn delivered(desk: &Desk<'_>, campaign: i32, revision: i32) -> Result<Delivered, DeliveryError> {
    let db = desk.db.read();
    let all = steps::list_all(db, campaign).await?;
    let mut handed = Vec::new();
    for one in deliveries::list(db, campaign, None, MOST).await? {
        let number = one.number;
        let of = |stage: Stage| all.iter().find(|step| step.delivery == number && step.stage == stage);
        if let Some(first) = of(Stage::HandedOver).filter(|_| one.stage.is_delivered()) {
            handed.push(told(desk, one, (first, of(Stage::Acknowledged)))?);
        }
    }
    handed.sort_by_key(|one| std::cmp::Reverse((one.at, one.number)));
    Ok(Delivered { revision, handed })
}

fn told(
    desk: &Desk<'_>,
    one: Delivery,
    (first, receipt): (&Step, Option<&Step>),
) -> Result<Handed, DeliveryError> {
    let acknowledged = match receipt {
        Some(step) => Some((step.at, open_said(desk.vault, step)?.by)),
        None => None,
    };
    Ok(Handed {
        number: one.number,
        to: one.to,
        at: first.at,
        signatures: one.counts.online + one.counts.paper,
        new: one.counts.since_previous + one.counts.paper,
        postcards: one.counts.postcards,
        acknowledged,
    })
}
