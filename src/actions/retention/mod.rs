//! How long people are kept after a campaign, and what happens then.

pub mod anonymise;
pub mod outlook;
pub mod set_term;
pub mod tell_delivery;

use uuid::Uuid;

use super::Desk;
use crate::domain::moment::Moment;
use crate::domain::retention::{Kept, Term};
use crate::settings::Retention;
use crate::storage::audits::Entry;
use crate::storage::{Connection, StorageError, Transaction, retention};

/// The terms of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    pub signers: Kept,
    pub consents: Kept,
}

/// The terms that hold for an organisation: its own where they are shorter than the installation's.
pub async fn terms(
    db: &impl Connection,
    settings: &Retention,
    organisation: i32,
) -> Result<Terms, StorageError> {
    let own = retention::list_terms(db, organisation).await?;
    let kept = |term, most| Kept { most, own: own.get(&term).copied() };
    Ok(Terms {
        signers: kept(Term::Signers, settings.signers),
        consents: kept(Term::Consents, settings.consents),
    })
}

/// A campaign whose people go now.
#[derive(Clone, Copy, Debug)]
struct Due {
    campaign: i32,
    /// Whoever asked for updates after this stays.
    consent_before: Moment,
}

async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    by: Uuid,
    (act, campaign): (&str, Option<i32>),
    (subject, detail): (String, String),
) -> Result<(), StorageError> {
    let actor = format!("account {by}");
    let entry = Entry { actor: &actor, act, campaign, subject, detail };
    desk.record(tx, entry).await
}
