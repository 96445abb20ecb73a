use std::time::Duration;

use super::{ActionError, Desk};
use crate::storage::arrivals;

/// How often the forms that were taken in are counted.
pub const EVERY: Duration = Duration::from_mins(5);

/// Counts the forms of a campaign that were taken in since they were counted last, hour by hour.
pub async fn count_arrivals(desk: &Desk<'_>, campaign: i32) -> Result<(), ActionError> {
    let hours = arrivals::count(desk.db.apart(), campaign).await?;
    let tx = desk.db.write().await?;
    arrivals::keep(&*tx, campaign, hours).await?;
    tx.commit().await?;
    Ok(())
}
