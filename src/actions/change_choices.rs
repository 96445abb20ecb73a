use uuid::Uuid;

use super::{ActionError, Desk};
use crate::domain::display::Display;
use crate::domain::tally::Change;
use crate::storage::tallies::Count;
use crate::storage::{Transaction, choices, signatures, tallies};

async fn standing(tx: &Transaction, campaign: i32, id: Uuid) -> Result<(), ActionError> {
    tallies::find_to_change(&**tx, campaign).await?;
    let found = signatures::find_to_change(&**tx, campaign, id).await?;
    found.filter(|signature| signature.state.stands()).map(|_| ()).ok_or(ActionError::Gone)
}

/// Changes how the name shows. Returns the count, whose revision tells the page to show the names anew.
pub async fn show_name(
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
    display: Display,
) -> Result<Count, ActionError> {
    let tx = desk.db.write().await?;
    standing(&tx, campaign, id).await?;
    choices::set_display(&*tx, campaign, id, display).await?;
    let count = tallies::apply(&*tx, campaign, &Change::default(), desk.now).await?;
    tx.commit().await?;
    Ok(count)
}

/// Consents to updates from now, or takes the consent back.
pub async fn ask_updates(desk: &Desk<'_>, campaign: i32, id: Uuid, wanted: bool) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    standing(&tx, campaign, id).await?;
    choices::set_updates(&*tx, campaign, id, wanted.then_some(desk.now)).await?;
    tx.commit().await?;
    Ok(())
}
