use super::{ActionError, Desk};
use crate::storage::audits::{self, Entry};
use crate::storage::switches::{self, Name};

/// Staff stop the mail of every node, or let it go on. What is owed stays owed meanwhile.
pub async fn switch_mail(desk: &Desk<'_>, is_on: bool, actor: &str) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    switches::set(&*tx, Name::Mail, is_on, desk.now).await?;
    let entry = Entry {
        id: desk.id(),
        at: desk.now,
        actor,
        act: if is_on { "resume_mail" } else { "pause_mail" },
        campaign: None,
        subject: String::new(),
        detail: String::new(),
    };
    audits::append(&*tx, desk.vault, entry).await?;
    tx.commit().await?;
    Ok(())
}
