//! The sending of updates: makes mails as fast as they leave, so that whoever is first on the list need not wait for the last to
//! be written down.

use crate::actions::bulletins::BulletinError;
use crate::actions::bulletins::fan_out::{fan_out, finish};
use crate::actions::bulletins::steer::keep_back;
use crate::app::App;
use crate::storage::mailings;

/// No more are made while so many wait.
const ENOUGH: u64 = 2048;

/// Makes the next mails of every update that is being sent, and ends the sendings that are done.
pub async fn step(app: &App) -> Result<(), BulletinError> {
    let db = app.tools.db.read();
    for mailing in mailings::list_paused(db).await? {
        keep_back(&app.desk(), (mailing.campaign, mailing.number)).await?;
    }
    for mailing in mailings::list_running(db).await? {
        let (campaign, number) = (mailing.campaign, mailing.number);
        while !app.stopping.is_cancelled() && mailings::count_waiting(db).await? < ENOUGH {
            let has_more = fan_out(&app.desk(), campaign, number).await?;
            app.mail_waits.notify_one();
            if !has_more {
                break;
            }
        }
        finish(&app.desk(), campaign, number).await?;
    }
    Ok(())
}
