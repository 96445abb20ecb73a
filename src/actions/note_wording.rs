use super::Desk;
use crate::domain::lang::Lang;
use crate::storage::{StorageError, wordings};

/// Writes down with which words this program asks for consent to updates, so that it can be told later to what somebody
/// consented.
pub async fn note_wording(desk: &Desk<'_>, shown: &[(Lang, String)]) -> Result<(), StorageError> {
    let tx = desk.db.write().await?;
    for (lang, words) in shown {
        wordings::note(&*tx, *lang, words, desk.now).await?;
    }
    tx.commit().await
}
