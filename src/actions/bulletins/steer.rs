use super::{BulletinError, On, record};
use crate::actions::Desk;
use crate::domain::mailing::{Mailing, State};
use crate::storage::{Transaction, mailings};

async fn going_on(tx: &Transaction, on: On) -> Result<Mailing, BulletinError> {
    let found = mailings::find_to_change(&**tx, on.campaign, on.number).await?;
    found
        .ok_or(BulletinError::Unknown)
        .and_then(|mailing| if mailing.state.goes_on() { Ok(mailing) } else { Err(BulletinError::Ended) })
}

/// Stops the sending of an update for a while. What is under way at this moment still leaves.
pub async fn pause(desk: &Desk<'_>, on: On) -> Result<(), BulletinError> {
    let tx = desk.db.write().await?;
    let mailing = going_on(&tx, on).await?;
    let key = (on.campaign, on.number);
    mailings::set_state(&*tx, key, State::Paused, None).await?;
    mailings::hold(&*tx, key, desk.now).await?;
    record(&tx, desk, on, "pause_update", left(&mailing)).await?;
    tx.commit().await?;
    Ok(())
}

/// Goes on with it.
pub async fn resume(desk: &Desk<'_>, on: On) -> Result<(), BulletinError> {
    let tx = desk.db.write().await?;
    let mailing = going_on(&tx, on).await?;
    let key = (on.campaign, on.number);
    mailings::set_state(&*tx, key, State::Running, None).await?;
    mailings::let_go(&*tx, key, desk.now).await?;
    record(&tx, desk, on, "resume_update", left(&mailing)).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends it for good: what has not left by now never will, but for what is under way at this moment.
pub async fn cancel(desk: &Desk<'_>, on: On) -> Result<(), BulletinError> {
    let tx = desk.db.write().await?;
    let mailing = going_on(&tx, on).await?;
    let key = (on.campaign, on.number);
    mailings::set_state(&*tx, key, State::Cancelled, Some(desk.now)).await?;
    mailings::void(&*tx, key, desk.now).await?;
    record(&tx, desk, on, "cancel_update", left(&mailing)).await?;
    tx.commit().await?;
    Ok(())
}

/// Keeps back mails of a paused sending that came back from the line since.
pub async fn keep_back(desk: &Desk<'_>, key: (i32, i16)) -> Result<(), BulletinError> {
    let tx = desk.db.write().await?;
    let found = mailings::find_to_change(&*tx, key.0, key.1).await?;
    if found.is_some_and(|mailing| mailing.state == State::Paused) {
        mailings::hold(&*tx, key, desk.now).await?;
    }
    tx.commit().await?;
    Ok(())
}

fn left(mailing: &Mailing) -> String {
    format!("{} sent, {} left", mailing.sent, mailing.left())
}

/// Lets a paused sending run while the service stands still, or stops it again.
pub(super) async fn set_running(desk: &Desk<'_>, key: (i32, i16), runs: bool) -> Result<(), BulletinError> {
    let tx = desk.db.write().await?;
    mailings::set_state(&*tx, key, if runs { State::Running } else { State::Paused }, None).await?;
    if !runs {
        mailings::hold(&*tx, key, desk.now).await?;
    }
    tx.commit().await?;
    Ok(())
}
