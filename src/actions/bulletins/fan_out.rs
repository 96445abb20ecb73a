use super::BulletinError;
use crate::actions::Desk;
use crate::domain::mailing::State;
use crate::storage::outbox::{self, Kind, Owed};
use crate::storage::{audience, mailings};

/// Queues the next mails of an update. How far it went is written down in the same transaction, so whoever is cut off, and
/// whoever else is at it, queues nobody twice. Returns whether there may be more.
pub async fn fan_out(desk: &Desk<'_>, campaign: i32, number: i16) -> Result<bool, BulletinError> {
    let tx = desk.db.write().await?;
    let found = mailings::find_to_change(&*tx, campaign, number).await?;
    let Some(mut mailing) = found.filter(|mailing| mailing.state == State::Running && !mailing.is_listed)
    else {
        return Ok(false);
    };
    let page = audience::list(&*tx, campaign, mailing.reached, mailing.started_at).await?;
    let mails: Vec<Owed> = page
        .recipients
        .iter()
        .map(|(_, signature)| Owed {
            id: desk.id(),
            campaign,
            kind: Kind::Update,
            subject: Some(*signature),
            number,
            sealed: None,
            // It counts for no limit: who has had three of these today still gets their confirmation.
            recipient: None,
            attempts: 0,
            created_at: desk.now,
        })
        .collect();
    mailing.queued += i64::try_from(mails.len()).unwrap_or(i64::MAX);
    mailing.reached = page.reached.or(mailing.reached);
    mailing.is_listed = page.is_last;
    outbox::insert(&*tx, mails).await?;
    mailings::reach(&*tx, &mailing).await?;
    tx.commit().await?;
    Ok(!page.is_last)
}

/// Ends the sendings of which every mail has left.
pub async fn finish(desk: &Desk<'_>, campaign: i32, number: i16) -> Result<bool, BulletinError> {
    let tx = desk.db.write().await?;
    let found = mailings::find_to_change(&*tx, campaign, number).await?;
    let is_done = found.is_some_and(|mailing| {
        mailing.state == State::Running && mailing.is_listed && mailing.under_way() == 0
    });
    if is_done {
        mailings::set_state(&*tx, (campaign, number), State::Done, Some(desk.now)).await?;
        tx.commit().await?;
    }
    Ok(is_done)
}

/// Queues all that is still to be queued, whatever state it is in: before the addresses get other indexes, by which nobody
/// would know any more how far it went.
pub async fn fan_out_all(desk: &Desk<'_>) -> Result<(), BulletinError> {
    for mailing in mailings::list_unlisted(desk.db.read()).await? {
        let key = (mailing.campaign, mailing.number);
        let was_paused = mailing.state == State::Paused;
        if was_paused {
            super::steer::set_running(desk, key, true).await?;
        }
        while fan_out(desk, mailing.campaign, mailing.number).await? {}
        if was_paused {
            super::steer::set_running(desk, key, false).await?;
        }
    }
    Ok(())
}
