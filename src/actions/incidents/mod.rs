//! The register of incidents. Nothing in it is changed: a correction is another entry.

pub mod export;
pub mod report;

use uuid::Uuid;

use super::{ActionError, Desk};
use crate::domain::incident::{Entry, Report};
use crate::storage::audits;
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{StorageError, Transaction, incidents};

/// Where an entry is sealed to: its incident and its number.
pub(super) const fn seat(incident: Uuid, number: i32) -> Seat<'static> {
    Seat { table: "incident_entry", campaign: number, id: incident }
}

pub fn open_report(vault: &Vault, entry: &Entry) -> Result<Report, VaultError> {
    vault.open(seat(entry.incident, entry.number), &entry.sealed)
}

/// What was written of an incident, opened, in the order in which it was; the last is what holds.
pub async fn entries(desk: &Desk<'_>, incident: Uuid) -> Result<Vec<(Entry, Report)>, ActionError> {
    let found = incidents::list_entries(desk.db.read(), incident).await?;
    let opened = found.into_iter().map(|entry| Ok((open_report(desk.vault, &entry)?, entry)));
    opened.map(|one| one.map(|(report, entry)| (entry, report))).collect()
}

async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    by: Uuid,
    (act, subject): (&str, String),
) -> Result<(), StorageError> {
    let actor = format!("account {by}");
    let entry = audits::Entry { actor: &actor, act, campaign: None, subject, detail: String::new() };
    desk.record(tx, entry).await
}
