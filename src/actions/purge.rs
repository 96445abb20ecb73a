use super::{ActionError, Desk};
use crate::domain::moment::DAY;
use crate::settings::Retention;
use crate::storage::{census, queue, repeats};

/// How many of what were deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    pub lapsed: u64,
    pub repeats: u64,
    pub networks: u64,
    pub mails: u64,
}

/// Deletes what has been kept as long as it may be.
pub async fn purge(desk: &Desk<'_>, retention: &Retention) -> Result<Purged, ActionError> {
    let tx = desk.db.write().await?;
    let purged = Purged {
        lapsed: census::purge_lapsed(&*tx, desk.now).await?,
        repeats: repeats::purge_lapsed(&*tx, desk.now).await?,
        networks: census::forget_networks(&*tx, desk.now - DAY * retention.network).await?,
        mails: queue::purge_ended(&*tx, desk.now - DAY * retention.outbox).await?,
    };
    tx.commit().await?;
    Ok(purged)
}

/// How many `purge` would delete at this moment. Changes nothing, and holds nobody up.
pub async fn would_purge(desk: &Desk<'_>, retention: &Retention) -> Result<Purged, ActionError> {
    let tx = desk.db.snapshot().await?;
    Ok(Purged {
        lapsed: census::count_lapsed(&*tx, desk.now).await?,
        repeats: repeats::count_lapsed(&*tx, desk.now).await?,
        networks: census::count_networks(&*tx, desk.now - DAY * retention.network).await?,
        mails: queue::count_ended(&*tx, desk.now - DAY * retention.outbox).await?,
    })
}
