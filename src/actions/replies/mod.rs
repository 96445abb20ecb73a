//! What addressees answer: entered, corrected, shown to everybody, told to supporters.

mod change;
mod documents;
mod enter;
mod remove;
mod show;
mod shown;
mod tell;

pub use change::change;
pub(super) use documents::reseal;
pub use documents::{attach, detach, find_document, prepare};
pub use enter::enter;
pub use remove::remove;
pub use show::{hide, show};
pub use shown::shown;
pub use tell::tell_supporters;

use super::Desk;
use super::accounts::By;
use crate::domain::reply::Reply;
use crate::storage::audits::Entry;
use crate::storage::replies::{self, Of};
use crate::storage::{StorageError, Transaction};

/// Why nothing was done about a reply.
#[derive(Debug, thiserror::Error)]
pub enum ReplyError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("there is no such reply")]
    Unknown,
    /// Somebody else has changed it meanwhile: here it is.
    #[error("the reply was changed meanwhile")]
    Overtaken(Box<Reply>),
    /// It is shown, and is taken off the page before it is deleted.
    #[error("everybody can read it")]
    Shown,
    #[error("nobody can read it yet")]
    NotShown,
}

/// Which reply, and who acts on it.
#[derive(Clone, Copy)]
pub struct On<'a> {
    pub of: Of,
    pub by: By<'a>,
}

async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    on: On<'_>,
    act: &str,
    detail: String,
) -> Result<(), StorageError> {
    let (campaign, number) = on.of;
    let entry = Entry {
        actor: &on.by.name(),
        act,
        campaign: Some(campaign),
        subject: format!("reply {number}"),
        detail,
    };
    desk.record(tx, entry).await
}

/// A reply that is to be changed, kept from others.
async fn hold(tx: &Transaction, on: On<'_>) -> Result<Reply, ReplyError> {
    replies::find_to_change(&**tx, on.of).await?.ok_or(ReplyError::Unknown)
}

/// Writes a reply down as another revision. What anybody has read of it says when it was corrected, and even one that is not shown
/// may end a silence that the public is told of.
async fn save(tx: &Transaction, desk: &Desk<'_>, mut one: Reply) -> Result<(), StorageError> {
    one.revision += 1;
    if one.first_shown_at.is_some_and(|at| at < desk.now) {
        one.corrected_at = Some(desk.now);
    }
    replies::save(&**tx, &one).await?;
    replies::moved(&**tx, one.campaign).await
}
