use uuid::Uuid;

use super::record;
use crate::actions::{ActionError, Desk};
use crate::domain::inquiry::{Inquiry, Outcome};
use crate::storage::inquiries;

/// Closes a case: it was answered. Closed twice, the first answer stands.
pub async fn close(
    desk: &Desk<'_>,
    inquiry: &Inquiry,
    by: Uuid,
    outcome: Outcome,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    if inquiries::close(&*tx, inquiry.id, outcome, desk.now).await? {
        record(&tx, desk, by, ("close_inquiry", inquiry.id), outcome.as_str().to_owned()).await?;
        tx.commit().await?;
    }
    Ok(())
}
