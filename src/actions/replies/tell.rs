use uuid::Uuid;

use super::{On, ReplyError, hold, record};
use crate::actions::Desk;
use crate::domain::bulletin::Wording;
use crate::storage::{bulletins, campaigns, replies};

/// Begins an update by which the supporters who asked for updates are told of a reply; returns its number. Whoever sends updates
/// goes on with it. Asked again, it is the same one: nobody is told twice.
pub async fn tell_supporters(
    desk: &Desk<'_>,
    on: On<'_>,
    words: &Wording,
    account: Option<Uuid>,
) -> Result<i16, ReplyError> {
    let tx = desk.db.write().await?;
    // Of two who begin an update at once, one waits here for the next number.
    campaigns::lock(&*tx, on.of.0).await?;
    let mut one = hold(&tx, on).await?;
    if let Some(number) = one.told {
        return Ok(number);
    }
    if one.shown_at.is_none() {
        return Err(ReplyError::NotShown);
    }
    let number = bulletins::insert(&*tx, on.of.0, words, account, desk.now).await?;
    one.told = Some(number);
    one.revision += 1;
    replies::save(&*tx, &one).await?;
    record(&tx, desk, on, "begin_update", format!("update {number}")).await?;
    tx.commit().await?;
    Ok(number)
}
