use uuid::Uuid;

use super::Desk;
use crate::storage::StorageError;
use crate::storage::audits::Entry;
use crate::storage::reminders::{self, Choice};

/// Somebody chooses of what they are reminded, and in which language.
pub async fn choose_reminders(desk: &Desk<'_>, account: Uuid, chosen: Choice) -> Result<(), StorageError> {
    let tx = desk.db.write().await?;
    reminders::put_choice(&*tx, account, chosen).await?;
    let entry = Entry {
        actor: &format!("account {account}"),
        act: "choose_reminders",
        campaign: None,
        subject: format!("account {account}"),
        detail: format!(
            "milestones {}, dates {}, follow-ups {}",
            chosen.milestones, chosen.dates, chosen.follow_ups
        ),
    };
    desk.record(&tx, entry).await?;
    tx.commit().await
}
