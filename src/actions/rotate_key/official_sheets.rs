use crate::actions::official_sheets::{open_custody, seat};
use crate::actions::{ActionError, Desk};
use crate::storage::{Transaction, official_sheets};

/// Who has the official sheets: the same under another key.
pub(super) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    for (campaign, sheet) in official_sheets::list_sealed(&**tx).await? {
        let custody = open_custody(desk.vault, campaign, &sheet)?;
        official_sheets::reseal(&**tx, sheet.id, desk.vault.seal(seat(campaign, sheet.id), &custody)).await?;
        done += 1;
    }
    Ok(done)
}
