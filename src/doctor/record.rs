use super::Chart;
use crate::domain::record::Broken;
use crate::storage::vault::Vault;
use crate::storage::{Db, StorageError, audits};

const WHAT: &str = "audit log";

/// Walks along the audit log, which nobody changes without breaking the chain.
pub async fn look(chart: &mut Chart, db: &Db, vault: &Vault) -> Result<(), StorageError> {
    let snapshot = db.snapshot().await?;
    let advice =
        "find out who had the database in their hands, keep it as it is, and compare it with a backup";
    match audits::walk(&*snapshot, vault).await? {
        Ok(whole) => {
            let (number, hash) = (whole.head.number, whole.head.hash);
            let told = format!("{number} entries, each as it was written; the last hash is {hash}");
            match whole.since {
                Some(1) => chart.ok(WHAT, told),
                Some(since) => chart.ok(WHAT, format!("{told}; chained under a key from entry {since} on")),
                None if number == 0 => chart.ok(WHAT, "nothing is on record yet"),
                None => chart.warn(
                    WHAT,
                    format!("{number} entries, chained without a key"),
                    "the next entry makes one; if this is not the first look since an update that brought the key, somebody has taken it out",
                ),
            }
        }
        Err(Broken::Entry(number)) => chart.fail(
            WHAT,
            format!("entry {number} is not what was written there: it, or one before it, was changed or taken out"),
            advice,
        ),
        Err(Broken::End) => {
            chart.fail(WHAT, "its end is not what was written: entries were cut off or put in there", advice);
        }
        Err(Broken::Key) => chart.fail(
            WHAT,
            "the key that it is chained under does not open or was taken out",
            "put back the key file that belongs to the database; if it is the right one, find out who had the database in their hands",
        ),
    }
    Ok(())
}
