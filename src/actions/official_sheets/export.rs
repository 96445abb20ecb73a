use super::{Petition, open_custody};
use crate::actions::{ActionError, Desk};
use crate::domain::sheet_log::{Custody, Sheet};
use crate::storage::official_sheets::{self, Whereabouts};

/// The whole log, with who has what; that it was taken out is on record.
pub async fn export(desk: &Desk<'_>, petition: Petition<'_>) -> Result<Vec<(Sheet, Custody)>, ActionError> {
    let tx = desk.db.write().await?;
    let all = official_sheets::list(&*tx, petition.to(), (Whereabouts::All, 0), u64::from(u32::MAX)).await?;
    let mut log = Vec::with_capacity(all.len());
    for sheet in all {
        let custody = open_custody(desk.vault, petition.campaign, &sheet)?;
        log.push((sheet, custody));
    }
    petition.record(&tx, desk, "export_official_sheets", format!("{} sheets", log.len())).await?;
    tx.commit().await?;
    Ok(log)
}

/// Who has a sheet; that somebody looked is on record where somebody is named.
pub async fn look(desk: &Desk<'_>, petition: Petition<'_>, sheet: &Sheet) -> Result<Custody, ActionError> {
    let custody = open_custody(desk.vault, petition.campaign, sheet)?;
    if !custody.is_empty() {
        let tx = desk.db.write().await?;
        petition.record(&tx, desk, "look_at_official_sheet", format!("sheet {}", sheet.number)).await?;
        tx.commit().await?;
    }
    Ok(custody)
}
