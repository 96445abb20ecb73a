use crate::actions::incidents::{open_report, seat};
use crate::actions::{ActionError, Desk};
use crate::storage::{Transaction, incidents};

/// The entries of the register of incidents: the same words under another key.
pub(super) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    for entry in incidents::list_to_change(&**tx).await? {
        let report = open_report(desk.vault, &entry)?;
        let sealed = desk.vault.seal(seat(entry.incident, entry.number), &report);
        incidents::reseal(&**tx, (entry.incident, entry.number), sealed).await?;
        done += 1;
    }
    Ok(done)
}
