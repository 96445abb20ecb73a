//! Making campaigns: from a first title to an archive.

pub mod archive;
pub mod close;
pub mod copy;
pub mod make;
pub mod publish;
pub mod save;
pub mod schedule;
pub mod switch;

use super::Desk;
use super::accounts::By;
use crate::domain::campaign::Campaign;
use crate::storage::audits::Entry;
use crate::storage::{StorageError, Transaction};

/// Why nothing was done to a campaign.
#[derive(Debug, thiserror::Error)]
pub enum CampaignError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("that address is another campaign's")]
    Taken,
    #[error("somebody else was first")]
    Changed,
    #[error("something is missing")]
    Incomplete,
    #[error("nothing says what the new version of the text changes")]
    Untold,
    #[error("it does not fit where the campaign stands")]
    Unfit,
}

async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    by: By<'_>,
    act: &str,
    (campaign, slug): (i32, &str),
    detail: String,
) -> Result<(), StorageError> {
    let actor = by.name();
    let subject = slug.to_owned();
    let entry = Entry { actor: &actor, act, campaign: Some(campaign), subject, detail };
    desk.record(tx, entry).await
}

/// As the audit log names a campaign.
fn of(campaign: &Campaign) -> (i32, &str) {
    (campaign.id, &campaign.slug)
}
