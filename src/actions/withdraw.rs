use uuid::Uuid;

use super::{ActionError, Desk, deliveries};
use crate::domain::consent::Ended;
use crate::domain::signature::{Signature, State};
use crate::domain::tally::Change;
use crate::storage::tallies::Count;
use crate::storage::{Transaction, consents, endings, repeats, signatures, tallies};

/// Takes a signature back: off the count, the person deleted, a trace without a name kept.
pub async fn withdraw(desk: &Desk<'_>, campaign: i32, id: Uuid) -> Result<Option<Count>, ActionError> {
    let tx = desk.db.write().await?;
    let (_, count) = end(&tx, desk, campaign, id, State::Withdrawn).await?;
    tx.commit().await?;
    Ok(count)
}

/// Ends a standing signature and moves the count, if it was counted. Returns it as it stood.
pub(super) async fn end(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
    to: State,
) -> Result<(Signature, Option<Count>), ActionError> {
    // The count is locked before the signature, as in confirming, so that two nodes never wait for each other.
    tallies::find_to_change(&**tx, campaign).await?;
    let found = signatures::find_to_change(&**tx, campaign, id).await?;
    let signature = found.filter(|signature| signature.state.stands()).ok_or(ActionError::Gone)?;
    consents::end_one(&**tx, (campaign, id), Ended::Signature, desk.now).await?;
    endings::end(&**tx, &signature, to, desk.now).await?;
    repeats::delete_of(&**tx, campaign, id).await?;
    deliveries::forget(tx, desk, campaign, vec![id]).await?;
    let count = match signature.counted() {
        Some(counted) => {
            let mut change = Change::default();
            change.remove(&counted);
            Some(tallies::apply(&**tx, campaign, &change, desk.now).await?)
        }
        None => None,
    };
    Ok((signature, count))
}
