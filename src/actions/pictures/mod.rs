//! The pictures of campaigns: checked and made anew before they are stored, and one of them shown at the head of the page.

pub mod add;
pub mod choose;
pub mod describe;
pub mod develop;
pub mod remove;

use super::Desk;
use super::accounts::By;
use crate::domain::campaign::Campaign;
use crate::storage::audits::Entry;
use crate::storage::{StorageError, Transaction};

/// Why nothing was done to the pictures or documents of a campaign.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The campaign has as many as it may have.
    #[error("there is no room for another")]
    Full,
}

pub(super) async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    by: By<'_>,
    (act, detail): (&str, String),
    campaign: &Campaign,
) -> Result<(), StorageError> {
    let (actor, subject) = (by.name(), campaign.slug.clone());
    let entry = Entry { actor: &actor, act, campaign: Some(campaign.id), subject, detail };
    desk.record(tx, entry).await
}
