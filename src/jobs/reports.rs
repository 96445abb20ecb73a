//! Recurring reports: makes those that are due.

use tracing::{error, info};

use crate::actions::reports::{Made, make};
use crate::app::App;
use crate::storage::{StorageError, organisations, reports};

/// Looks at every report that is on; returns how many mails that made. What fails for one is tried again at the next look, and
/// keeps no other from leaving.
pub async fn step(app: &App) -> Result<usize, StorageError> {
    let (db, desk) = (app.tools.db.read(), app.desk());
    let mut mails = 0;
    for report in reports::list_on(db).await? {
        let Some(campaign) = app.hub.campaign_by_id(report.campaign) else { continue };
        let Some(organisation) = organisations::find(db, campaign.organisation).await? else { continue };
        let of = (&*campaign, &organisation, &app.tools.settings.operator);
        match make(&desk, of, &report).await {
            Ok(Made::Nothing) => {}
            Ok(made) => {
                info!(campaign = campaign.slug, report = report.number, ?made, "a report was due");
                if let Made::Mails(count) = made {
                    mails += count;
                }
            }
            Err(error) => {
                error!(campaign = campaign.slug, report = report.number, %error, "a report was not made");
            }
        }
    }
    if mails > 0 {
        app.mail_waits.notify_one();
    }
    Ok(mails)
}
