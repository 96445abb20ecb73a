use uuid::Uuid;

use super::{ActionError, Desk, deliveries, withdraw};
use crate::domain::signature::State;
use crate::storage::tallies::Count;
use crate::storage::{consents, decisions, signatures};

/// Deletes a signature and all that is known of it, the trace of an ended one too. If it was counted, it no longer is:
/// a count of people who cannot be asked could not be checked.
pub async fn erase(desk: &Desk<'_>, campaign: i32, id: Uuid) -> Result<Option<Count>, ActionError> {
    let tx = desk.db.write().await?;
    let count = match withdraw::end(&tx, desk, campaign, id, State::Withdrawn).await {
        Ok((_, count)) => count,
        Err(ActionError::Gone) => None,
        Err(error) => return Err(error),
    };
    decisions::delete_of(&*tx, campaign, id).await?;
    consents::delete_of(&*tx, campaign, id).await?;
    signatures::delete(&*tx, campaign, id).await?;
    deliveries::forget(&tx, desk, campaign, vec![id]).await?;
    tx.commit().await?;
    Ok(count)
}
