//! The defence of a campaign: what staff set, and what a node under pressure begins by itself.

use super::{ActionError, Desk};
use crate::domain::defence::{Defence, Mode, Pressure};
use crate::domain::moment::Moment;
use crate::storage::audits::Entry;
use crate::storage::{challenges, defences};

/// Staff let the rule decide, or decide themselves. Whatever was asked for by itself begins anew.
pub async fn set_mode(
    desk: &Desk<'_>,
    (campaign, slug): (i32, &str),
    mode: Mode,
    actor: &str,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let defence = Defence { mode, changed_at: desk.now, ..Defence::default() };
    defences::set(&*tx, campaign, &defence).await?;
    let entry = Entry {
        actor,
        act: "set_defence",
        campaign: Some(campaign),
        subject: slug.to_owned(),
        detail: mode.as_str().to_owned(),
    };
    desk.record(&tx, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// Asks for a proof of work until then, on all nodes. Returns the defence as it is from now on.
pub async fn ask(
    desk: &Desk<'_>,
    campaign: i32,
    known: Defence,
    pressure: Pressure,
    until: Moment,
) -> Result<Defence, ActionError> {
    let changed_at = if known.asks(desk.now) { known.changed_at } else { desk.now };
    let defence = Defence { asking_until: until, pressure: Some(pressure), changed_at, ..known };
    let tx = desk.db.write().await?;
    defences::ask(&*tx, campaign, &defence).await?;
    tx.commit().await?;
    Ok(defence)
}

/// Forgets the proofs that could not be sent again anyway.
pub async fn forget_spent(desk: &Desk<'_>) -> Result<u64, ActionError> {
    let tx = desk.db.write().await?;
    let forgotten = challenges::purge(&*tx, desk.now).await?;
    tx.commit().await?;
    Ok(forgotten)
}
