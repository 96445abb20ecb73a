use std::collections::BTreeMap;

use uuid::Uuid;

use crate::actions::Desk;
use crate::domain::holding::{Holding, Kind};
use crate::storage::StorageError;
use crate::storage::ledger::{rows, scans};

/// By the row of a sheet: its batch, and how many scans that has.
pub type Scanned = BTreeMap<Uuid, (i32, i64)>;

/// The rows among what is held whose paper was scanned: erasing a row leaves its scan, which nothing of ours can read.
pub async fn find_scanned(desk: &Desk<'_>, held: &[Holding]) -> Result<Scanned, StorageError> {
    let mut scanned = Scanned::new();
    for holding in held {
        let (Kind::SheetRow, Some(campaign)) = (holding.kind, holding.campaign) else { continue };
        let Some(row) = rows::find(desk.db.read(), campaign, holding.id).await? else { continue };
        let count = scans::count(desk.db.read(), (campaign, row.batch)).await?;
        if count > 0 {
            scanned.insert(holding.id, (row.batch, i64::try_from(count).unwrap_or(i64::MAX)));
        }
    }
    Ok(scanned)
}
