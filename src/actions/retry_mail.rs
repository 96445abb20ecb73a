use super::{ActionError, Desk};
use crate::domain::moment::DAY;
use crate::storage::audits::Entry;
use crate::storage::{queue, returns};

/// What staff had tried again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Retried {
    /// That waited for a later try.
    pub hastened: u64,
    /// That the mail server had refused within the last day.
    pub requeued: u64,
}

/// Staff have everything tried again now: what waits for a later try, and with `failed` what was refused of late.
pub async fn retry_mail(desk: &Desk<'_>, failed: bool, actor: &str) -> Result<Retried, ActionError> {
    let tx = desk.db.write().await?;
    let hastened = queue::hasten(&*tx, desk.now).await?;
    let mut requeued = 0;
    if failed {
        returns::expect_refused(&*tx, desk.now - DAY).await?;
        requeued = queue::requeue_failed(&*tx, desk.now - DAY, desk.now).await?;
    }
    let entry = Entry {
        actor,
        act: "retry_mail",
        campaign: None,
        subject: String::new(),
        detail: format!("{hastened} waiting, {requeued} refused"),
    };
    desk.record(&tx, entry).await?;
    tx.commit().await?;
    Ok(Retried { hastened, requeued })
}
