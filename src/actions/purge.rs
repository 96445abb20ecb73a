use std::time::Duration;

use super::retention::anonymise::{anonymise, would_anonymise};
use super::{ActionError, Desk};
use crate::domain::delivery;
use crate::domain::moment::{DAY, HOUR};
use crate::domain::print_run::DAYS_KEPT;
use crate::settings::Retention;
use crate::storage::deliveries::packages;
use crate::storage::reports::{receivers, tries};
use crate::storage::{
    census, challenges, holdings, inquiries, invitations, kept, listings, messages, postcards, print_runs,
    queue, rehearsals, repeats, resets, sessions, sign_ons, usage,
};

/// So many days an invitation that has lapsed may still be sent again.
const LAPSED: u32 = 30;

/// So many days it is known who got a report that has ended.
const ENDED: u32 = 30;

/// How many of what were deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    pub lapsed: u64,
    pub repeats: u64,
    pub networks: u64,
    pub mails: u64,
    pub sign_ons: u64,
    pub postcards: u64,
    pub messages: u64,
    /// People whose campaigns were handed over long enough ago; their counts stay.
    pub signers: u64,
    /// Who asked about their own data, in cases that were closed.
    pub askers: u64,
    pub sessions: u64,
    /// Shares of limits that no longer run.
    pub usage: u64,
    /// Proofs of work that were used.
    pub challenges: u64,
    /// People of signatures that were struck out.
    pub struck_out: u64,
    /// Who got reports that have ended.
    pub receivers: u64,
}

/// How often the service does it by itself.
pub const EVERY: Duration = Duration::from_mins(10);

/// Deletes what has been kept as long as it may be, kind by kind, so that signing waits for one of them at the most.
pub async fn purge(desk: &Desk<'_>, retention: &Retention) -> Result<Purged, ActionError> {
    let mut purged = Purged::default();
    let tx = desk.db.write().await?;
    purged.lapsed = census::purge_lapsed(&*tx, desk.now).await?;
    tx.commit().await?;
    let tx = desk.db.write().await?;
    purged.repeats = repeats::purge_lapsed(&*tx, desk.now).await?;
    // Other nodes' clocks may be a little behind ours.
    resets::purge_ended(&*tx, desk.now - HOUR).await?;
    // Those who invited see for a while that it has lapsed.
    invitations::purge_ended(&*tx, desk.now - DAY * LAPSED).await?;
    purged.usage = usage::purge_ended(&*tx, desk.now - HOUR).await?;
    purged.sessions = sessions::purge_ended(&*tx, desk.now - HOUR).await?;
    tx.commit().await?;
    let tx = desk.db.write().await?;
    purged.networks = census::forget_networks(&*tx, desk.now - DAY * retention.network).await?;
    tx.commit().await?;
    let tx = desk.db.write().await?;
    purged.mails = queue::purge_ended(&*tx, desk.now - DAY * retention.outbox).await?;
    purged.struck_out = kept::forget(&*tx, desk.now).await?;
    listings::purge_expired(&*tx, desk.now).await?;
    rehearsals::purge(&*tx, desk.now - DAY * retention.outbox).await?;
    tries::purge(&*tx, desk.now - DAY * retention.outbox).await?;
    tx.commit().await?;
    purge_more(desk, retention, &mut purged).await?;
    Ok(purged)
}

async fn purge_more(desk: &Desk<'_>, retention: &Retention, purged: &mut Purged) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    purged.sign_ons = sign_ons::purge(&*tx, desk.now, desk.now - DAY * retention.declined).await?;
    purged.postcards = postcards::purge(&*tx, desk.now, desk.now - DAY * retention.declined).await?;
    purged.messages = messages::purge(&*tx, desk.now - DAY * retention.messages).await?;
    tx.commit().await?;
    let tx = desk.db.write().await?;
    purged.askers = inquiries::forget_askers(&*tx, desk.now - DAY * retention.inquiries).await?;
    purged.challenges = challenges::purge(&*tx, desk.now).await?;
    print_runs::printings::discard_before(&*tx, desk.now - DAY * DAYS_KEPT).await?;
    purged.receivers = receivers::forget(&*tx, desk.now - DAY * ENDED).await?;
    packages::discard_before(&*tx, desk.now - DAY * delivery::DAYS_KEPT, desk.now).await?;
    tx.commit().await?;
    purged.signers = anonymise(desk, retention).await?;
    Ok(())
}

/// How many `purge` would delete at this moment. Changes nothing, and holds nobody up.
pub async fn would_purge(desk: &Desk<'_>, retention: &Retention) -> Result<Purged, ActionError> {
    let tx = desk.db.snapshot().await?;
    let (sessions, usage, challenges) = holdings::count_over(&*tx, (desk.now - HOUR, desk.now)).await?;
    Ok(Purged {
        lapsed: census::count_lapsed(&*tx, desk.now).await?,
        repeats: repeats::count_lapsed(&*tx, desk.now).await?,
        networks: census::count_networks(&*tx, desk.now - DAY * retention.network).await?,
        mails: queue::count_ended(&*tx, desk.now - DAY * retention.outbox).await?,
        sign_ons: sign_ons::count_over(&*tx, desk.now, desk.now - DAY * retention.declined).await?,
        postcards: postcards::count_over(&*tx, desk.now, desk.now - DAY * retention.declined).await?,
        messages: messages::count_old(&*tx, desk.now - DAY * retention.messages).await?,
        signers: would_anonymise(&*tx, desk, retention).await?,
        askers: inquiries::count_askers(&*tx, desk.now - DAY * retention.inquiries).await?,
        sessions,
        usage,
        challenges,
        struck_out: kept::count_to_forget(&*tx, desk.now).await?,
        receivers: receivers::count_to_forget(&*tx, desk.now - DAY * ENDED).await?,
    })
}
