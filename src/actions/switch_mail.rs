use super::{ActionError, Desk};
use crate::storage::audits::Entry;
use crate::storage::switches::{self, Name};

/// Staff stop the mail of every node, or let it go on. What is owed stays owed meanwhile.
pub async fn switch_mail(desk: &Desk<'_>, is_on: bool, actor: &str) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    switches::set(&*tx, Name::Mail, is_on, desk.now).await?;
    let entry = Entry {
        actor,
        act: if is_on { "resume_mail" } else { "pause_mail" },
        campaign: None,
        subject: String::new(),
        detail: String::new(),
    };
    desk.record(&tx, entry).await?;
    tx.commit().await?;
    Ok(())
}
