use super::{On, record};
use crate::actions::Desk;
use crate::domain::contact::FollowUp;
use crate::domain::date::PartialDate;
use crate::storage::{StorageError, contacts};

/// The team is reminded of an addressee on this day, and on no other.
pub async fn follow_up(desk: &Desk<'_>, on: On<'_>, due: PartialDate) -> Result<(), StorageError> {
    let set_by = on.by.account();
    let tx = desk.db.write().await?;
    contacts::put_follow_up(&*tx, on.campaign, &FollowUp { key: on.key.to_owned(), due, set_by }).await?;
    record(&tx, desk, on, "set_follow_up", due.to_string()).await?;
    tx.commit().await
}

/// The team is reminded of an addressee no more.
pub async fn follow_up_no_more(desk: &Desk<'_>, on: On<'_>) -> Result<(), StorageError> {
    let tx = desk.db.write().await?;
    if contacts::delete_follow_up(&*tx, on.campaign, on.key).await? {
        record(&tx, desk, on, "end_follow_up", String::new()).await?;
    }
    tx.commit().await
}
