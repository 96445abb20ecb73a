use uuid::Uuid;

use super::{open_report, record, seat};
use crate::actions::{AGAIN, ActionError, Desk};
use crate::domain::account::Organisation;
use crate::domain::incident::{Entry, Incident, Report};
use crate::storage::{Transaction, incidents, organisations};

/// Puts an incident into the register, with what is known of it; returns its id.
pub async fn report(
    desk: &Desk<'_>,
    organisation: &Organisation,
    by: Uuid,
    report: &Report,
) -> Result<Uuid, ActionError> {
    let tx = desk.db.write().await?;
    // Held, so that two incidents reported at once do not get one number.
    organisations::find_to_change(&*tx, &organisation.slug).await?;
    if let Some(same) = reported(&tx, desk, organisation.id, (by, report)).await? {
        return Ok(same);
    }
    let number = incidents::next_number(&*tx, organisation.id).await?;
    let new = Incident { id: desk.id(), organisation: organisation.id, number, created_at: desk.now };
    incidents::insert(&*tx, &new).await?;
    let sealed = desk.vault.seal(seat(new.id, 1), report);
    incidents::append(&*tx, &Entry { incident: new.id, number: 1, account: by, sealed, at: desk.now })
        .await?;
    record(&tx, desk, by, ("report_incident", format!("incident {}", new.id))).await?;
    tx.commit().await?;
    Ok(new.id)
}

/// The incident that was reported in the same words by the same hands a moment ago: pressed twice, it is there once.
async fn reported(
    tx: &Transaction,
    desk: &Desk<'_>,
    organisation: i32,
    (by, report): (Uuid, &Report),
) -> Result<Option<Uuid>, ActionError> {
    let last = incidents::list(&**tx, organisation, None, 1).await?.pop();
    let Some(last) = last.filter(|last| desk.now < last.created_at + AGAIN) else { return Ok(None) };
    let written = incidents::list_entries(&**tx, last.id).await?;
    let [first] = written.as_slice() else { return Ok(None) };
    let is_same = first.account == by && open_report(desk.vault, first)? == *report;
    Ok(is_same.then_some(last.id))
}

/// Adds what is known by now. What was written before stays as it is.
pub async fn add(desk: &Desk<'_>, incident: Uuid, by: Uuid, report: &Report) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    incidents::find_to_change(&*tx, incident).await?.ok_or(ActionError::Gone)?;
    let number = incidents::list_entries(&*tx, incident).await?.last().map_or(1, |last| last.number + 1);
    let sealed = desk.vault.seal(seat(incident, number), report);
    incidents::append(&*tx, &Entry { incident, number, account: by, sealed, at: desk.now }).await?;
    record(&tx, desk, by, ("add_to_incident", format!("incident {incident}"))).await?;
    tx.commit().await?;
    Ok(())
}
