//! How a sign-on ends, at the wish of who made it.

use uuid::Uuid;

use crate::actions::{ActionError, Desk, deliveries};
use crate::domain::sign_on::{SignOn, State};
use crate::storage::{Transaction, letters, sign_ons, suppressions};

/// Takes a sign-on back: off the list, the person forgotten, a trace without a name kept.
pub async fn withdraw(desk: &Desk<'_>, campaign: i32, id: Uuid) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    end(&tx, desk, campaign, id, State::Withdrawn).await?;
    tx.commit().await?;
    Ok(())
}

/// "I did not sign this": it goes, and this address gets no more mail about this campaign.
pub async fn disown(desk: &Desk<'_>, campaign: i32, id: Uuid) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let was = end(&tx, desk, campaign, id, State::Disowned).await?;
    if let Some(email) = was.email() {
        suppressions::insert(&*tx, campaign, email, State::Disowned.as_str(), desk.now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Deletes a sign-on and all that is known of it.
pub async fn erase(desk: &Desk<'_>, campaign: i32, id: Uuid) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    match end(&tx, desk, campaign, id, State::Withdrawn).await {
        Ok(_) | Err(ActionError::Gone) => {}
        Err(error) => return Err(error),
    }
    sign_ons::delete(&*tx, campaign, id).await?;
    deliveries::forget(&tx, desk, campaign, vec![id]).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends one that stands, and returns it as it stood.
async fn end(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
    to: State,
) -> Result<SignOn, ActionError> {
    letters::lock(&**tx, campaign).await?;
    let found = sign_ons::find_to_change(&**tx, campaign, id).await?;
    let was = found.filter(|one| one.state.stands()).ok_or(ActionError::Gone)?;
    let mut one = was.clone();
    one.end(to, desk.now);
    sign_ons::save(&**tx, &one).await?;
    sign_ons::delete_repeats(&**tx, campaign, id).await?;
    deliveries::forget(tx, desk, campaign, vec![id]).await?;
    if was.state == State::Vetted {
        letters::touch(&**tx, campaign).await?;
    }
    Ok(was)
}
