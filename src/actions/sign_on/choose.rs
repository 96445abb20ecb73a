//! What who signed on chooses: how their name shows, and whether they get updates.

use uuid::Uuid;

use crate::actions::{ActionError, Desk, deliveries};
use crate::domain::display::Display;
use crate::domain::sign_on::{SignOn, State};
use crate::storage::{letters, sign_ons};

pub async fn show_name(
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
    display: Display,
) -> Result<(), ActionError> {
    change(desk, campaign, id, |one| one.display = display).await
}

/// Consents to updates from now, or takes the consent back.
pub async fn ask_updates(desk: &Desk<'_>, campaign: i32, id: Uuid, wanted: bool) -> Result<(), ActionError> {
    let since = wanted.then_some(desk.now);
    change(desk, campaign, id, |one| one.updates_since = since).await
}

async fn change(
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
    change: impl FnOnce(&mut SignOn),
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    letters::lock(&*tx, campaign).await?;
    let found = sign_ons::find_to_change(&*tx, campaign, id).await?;
    let mut one = found.filter(|one| one.state.stands()).ok_or(ActionError::Gone)?;
    let shown = one.display;
    change(&mut one);
    sign_ons::save(&*tx, &one).await?;
    if one.state == State::Vetted {
        letters::touch(&*tx, campaign).await?;
    }
    if one.state == State::Vetted && one.display != shown {
        // Packages name them as they showed before.
        deliveries::retell(&tx, desk, campaign, vec![id]).await?;
    }
    tx.commit().await?;
    Ok(())
}
