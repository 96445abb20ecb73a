use std::ops::RangeInclusive;

use super::{AccountError, By, record};
use crate::actions::Desk;
use crate::storage::organisations;

/// How many can be asked to approve a delivery.
pub const APPROVALS: RangeInclusive<i16> = 1..=5;

/// Says how many of an organisation approve before personal data leaves.
pub async fn set_approvals(
    desk: &Desk<'_>,
    organisation: i32,
    many: i16,
    by: By<'_>,
) -> Result<(), AccountError> {
    let many = many.clamp(*APPROVALS.start(), *APPROVALS.end());
    let tx = desk.db.write().await?;
    if organisations::approvals(&*tx, organisation).await? != many {
        organisations::set_approvals(&*tx, organisation, many).await?;
        let detail = many.to_string();
        record(&tx, desk, by, "set_approvals", (format!("organisation {organisation}"), &detail)).await?;
    }
    tx.commit().await?;
    Ok(())
}
