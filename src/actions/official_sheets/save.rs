use uuid::Uuid;

use super::{Petition, SheetError};
use crate::actions::Desk;
use crate::domain::jurisdiction::text::PetitionText;
use crate::storage::official_petitions;

/// Saves the text over the revision that was seen. What is written while one types leaves no entry in the record; what is
/// printed does.
pub async fn save(
    desk: &Desk<'_>,
    petition: Petition<'_>,
    (seen, text): (i32, &PetitionText),
    account: Option<Uuid>,
) -> Result<(), SheetError> {
    let tx = desk.db.write().await?;
    let known = official_petitions::find_to_change(&*tx, petition.to()).await?;
    // Saving again what is there changes nothing, whoever saved it.
    if known.as_ref().is_some_and(|known| known.text == *text) {
        return Ok(());
    }
    if known.map_or(0, |known| known.revision) != seen
        || !official_petitions::save(&*tx, petition.to(), (seen, text), account, desk.now).await?
    {
        return Err(SheetError::Changed);
    }
    tx.commit().await?;
    Ok(())
}
