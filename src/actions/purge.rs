use super::{ActionError, Desk};
use crate::domain::moment::{DAY, HOUR};
use crate::settings::Retention;
use crate::storage::{census, invitations, messages, queue, repeats, resets, sessions, sign_ons, usage};

/// So many days an invitation that has lapsed may still be sent again.
const LAPSED: u32 = 30;

/// How many of what were deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    pub lapsed: u64,
    pub repeats: u64,
    pub networks: u64,
    pub mails: u64,
    pub sign_ons: u64,
    pub messages: u64,
}

/// Deletes what has been kept as long as it may be, kind by kind, so that signing waits for one of them at the most.
pub async fn purge(desk: &Desk<'_>, retention: &Retention) -> Result<Purged, ActionError> {
    let mut purged = Purged::default();
    let tx = desk.db.write().await?;
    purged.lapsed = census::purge_lapsed(&*tx, desk.now).await?;
    tx.commit().await?;
    let tx = desk.db.write().await?;
    purged.repeats = repeats::purge_lapsed(&*tx, desk.now).await?;
    // Other nodes' clocks may be a little behind ours.
    usage::purge_ended(&*tx, desk.now - HOUR).await?;
    sessions::purge_ended(&*tx, desk.now - HOUR).await?;
    resets::purge_ended(&*tx, desk.now - HOUR).await?;
    // Those who invited see for a while that it has lapsed.
    invitations::purge_ended(&*tx, desk.now - DAY * LAPSED).await?;
    tx.commit().await?;
    let tx = desk.db.write().await?;
    purged.networks = census::forget_networks(&*tx, desk.now - DAY * retention.network).await?;
    tx.commit().await?;
    let tx = desk.db.write().await?;
    purged.mails = queue::purge_ended(&*tx, desk.now - DAY * retention.outbox).await?;
    tx.commit().await?;
    let tx = desk.db.write().await?;
    purged.sign_ons = sign_ons::purge(&*tx, desk.now, desk.now - DAY * retention.declined).await?;
    purged.messages = messages::purge(&*tx, desk.now - DAY * retention.messages).await?;
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
        sign_ons: sign_ons::count_over(&*tx, desk.now, desk.now - DAY * retention.declined).await?,
        messages: messages::count_old(&*tx, desk.now - DAY * retention.messages).await?,
    })
}
