use uuid::Uuid;

use super::{ActionError, Desk};
use crate::domain::signature::{Counted, State};
use crate::domain::tally::Change;
use crate::storage::audits::{self, Entry};
use crate::storage::{signatures, tallies};

/// Staff release a held signature: it counts from now on.
pub async fn release(desk: &Desk<'_>, campaign: i32, id: Uuid, actor: &str) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let count = tallies::find_to_change(&*tx, campaign).await?;
    let found = signatures::find_to_change(&*tx, campaign, id).await?;
    let signature = found.filter(|signature| signature.state == State::Held).ok_or(ActionError::Gone)?;
    let place = vec![(id, count.online + 1)];
    signatures::confirm(&*tx, campaign, place, (State::Held, State::Confirmed), desk.now).await?;
    let mut change = Change::default();
    change.add(&Counted { confirmed_at: desk.now, country: signature.country, region: signature.region });
    tallies::apply(&*tx, campaign, &change, desk.now).await?;
    let entry = Entry {
        id: desk.id(),
        at: desk.now,
        actor,
        act: "release",
        campaign: Some(campaign),
        subject: id.to_string(),
        detail: signature.hold_reason.unwrap_or_default(),
    };
    audits::append(&*tx, entry).await?;
    tx.commit().await?;
    Ok(())
}
