use uuid::Uuid;

use super::{ActionError, Desk, withdraw};
use crate::domain::signature::State;
use crate::storage::audits::{self, Entry};

/// Staff strike a signature out, with a reason that is kept in the audit log.
pub async fn invalidate(
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
    actor: &str,
    reason: &str,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    withdraw::end(&tx, desk, campaign, id, State::Invalidated).await?;
    let entry = Entry {
        id: desk.id(),
        at: desk.now,
        actor,
        act: "invalidate",
        campaign: Some(campaign),
        subject: id.to_string(),
        detail: reason.to_owned(),
    };
    audits::append(&*tx, entry).await?;
    tx.commit().await?;
    Ok(())
}
