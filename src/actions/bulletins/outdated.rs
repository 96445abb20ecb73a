//! What an update was drafted from, where that is no longer as it was then.

use crate::actions::Desk;
use crate::domain::bulletin::Bulletin;
use crate::domain::moment::Moment;
use crate::domain::reply::Reply;
use crate::storage::{StorageError, deliveries, replies};

/// What has changed since, with the number of the reply or of the delivery.
pub enum Outdated {
    /// The reply was taken off the page.
    Hidden(i32),
    /// The reply was corrected.
    Corrected(i32),
    /// The delivery counts as handed over no more.
    TakenBack(i32),
}

fn of_reply(one: &Reply, drafted_at: Moment) -> Option<Outdated> {
    if one.shown_at.is_none() {
        return Some(Outdated::Hidden(one.number));
    }
    (one.corrected_at > Some(drafted_at)).then_some(Outdated::Corrected(one.number))
}

/// What whoever is about to publish it has to know. Once it is published, everybody has read it as it is.
pub async fn outdated(desk: &Desk<'_>, bulletin: &Bulletin) -> Result<Vec<Outdated>, StorageError> {
    if bulletin.version > 0 {
        return Ok(Vec::new());
    }
    let (db, campaign, update) = (desk.db.read(), bulletin.campaign, bulletin.number);
    let replies = replies::list_told(db, campaign, update).await?;
    let deliveries = deliveries::list_told(db, campaign, update).await?;
    let answered = replies.iter().filter_map(|one| of_reply(one, bulletin.created_at));
    let taken_back = deliveries.iter().filter(|one| !one.stage.is_delivered());
    Ok(answered.chain(taken_back.map(|one| Outdated::TakenBack(one.number))).collect())
}
