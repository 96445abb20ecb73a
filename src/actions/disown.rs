use uuid::Uuid;

use super::{ActionError, Desk, withdraw};
use crate::domain::signature::State;
use crate::storage::suppressions;
use crate::storage::tallies::Count;

/// "I did not sign this": the signature goes, and this address gets no more mail about this campaign.
pub async fn disown(desk: &Desk<'_>, campaign: i32, id: Uuid) -> Result<Option<Count>, ActionError> {
    let tx = desk.db.write().await?;
    let (signature, count) = withdraw::end(&tx, desk, campaign, id, State::Disowned).await?;
    if let Some(email) = signature.email_index {
        suppressions::insert(&*tx, campaign, email, State::Disowned.as_str(), desk.now).await?;
    }
    tx.commit().await?;
    Ok(count)
}
