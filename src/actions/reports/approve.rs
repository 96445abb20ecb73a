use uuid::Uuid;

use super::{On, ReportError, hold, record};
use crate::actions::Desk;
use crate::domain::campaign::Campaign;
use crate::domain::report::State;
use crate::storage::reports;
use crate::storage::{Connection, StorageError, organisations};

/// Whether what is personal leaves an organisation only when two have seen to it.
pub async fn wants_two(db: &impl Connection, organisation: i32) -> Result<bool, StorageError> {
    Ok(organisations::approvals(db, organisation).await? > 1)
}

/// Approves that a report tells what people wrote, as it was set up when it was looked at. Not by whoever set it up.
pub async fn approve(
    desk: &Desk<'_>,
    campaign: &Campaign,
    on: On<'_>,
    (account, revision): (Uuid, i32),
) -> Result<(), ReportError> {
    let wants_two = wants_two(desk.db.read(), campaign.organisation).await?;
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    if one.state == State::Ended || !one.waits(&campaign.text.addressees, wants_two) {
        return Err(ReportError::MovedOn);
    }
    if one.revision != revision {
        return Err(ReportError::Overtaken(Box::new(one)));
    }
    if one.set_by == Some(account) {
        return Err(ReportError::OwnReport);
    }
    one.approved_by = Some(account);
    (one.revision, one.changed_at) = (one.revision + 1, desk.now);
    reports::save(&*tx, &one).await?;
    record(&tx, desk, on, "approve_report", String::new()).await?;
    tx.commit().await?;
    Ok(())
}
