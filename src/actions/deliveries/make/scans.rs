//! The scans of paper that goes along, as they are kept.

use std::io::Write;

use super::feed::Feed;
use super::{MakeError, Watch, Work};
use crate::actions::ledger::scans::read_piece;
use crate::actions::{ActionError, Desk};
use crate::domain::delivery::{Delivery, Paper};
use crate::domain::disclosure::Disclosure;
use crate::domain::ledger::Kind;
use crate::domain::ledger::scan::Scan;
use crate::storage::StorageError;
use crate::storage::deliveries::papers;
use crate::storage::ledger::{self, scans};

/// The scans of the batches that go along with a delivery; none where its addressee is not told who signed.
pub(super) async fn find_scans(desk: &Desk<'_>, one: &Delivery) -> Result<Vec<(Kind, Scan)>, StorageError> {
    let db = desk.db.read();
    let mut found = Vec::new();
    if one.disclosure < Disclosure::NamePlace {
        return Ok(found);
    }
    for (paper, _) in papers::list(db, (one.campaign, one.number)).await? {
        if let Paper::Batch(number) = paper
            && let Some(batch) = ledger::find(db, (one.campaign, number)).await?
        {
            let scans = scans::list(db, (one.campaign, number)).await?;
            found.extend(scans.into_iter().map(|scan| (batch.kind, scan)));
        }
    }
    Ok(found)
}

impl Work {
    /// Writes a scan, of which one piece is held at a time.
    pub(super) fn scan(
        &self,
        feed: &Feed<'_>,
        at: usize,
        watch: &Watch,
        out: &mut dyn Write,
    ) -> Result<(), MakeError> {
        let (_, scan) = self.scans.get(at).ok_or(MakeError::Unwanted)?;
        for number in 0..scan.pieces {
            let piece = feed.handle.block_on(read_piece(&feed.desk, (scan.id, number)));
            let piece = piece.map_err(|error| match error {
                ActionError::Storage(error) => MakeError::Storage(error),
                ActionError::Vault(error) => MakeError::Vault(error),
                ActionError::Gone => MakeError::Unwanted,
            })?;
            // It was removed: another edition is made without it.
            out.write_all(&piece.ok_or(MakeError::Unwanted)?)?;
            watch.step(0)?;
        }
        watch.step(1)
    }
}
