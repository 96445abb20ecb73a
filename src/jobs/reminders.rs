//! Milestones, key dates and silent addressees, told to the team.

use crate::actions::remind::remind;
use crate::app::App;
use crate::storage::StorageError;

/// So many days before a key date the team is told that it comes.
const AHEAD: i64 = 7;

/// Looks at every campaign; returns how many mails that made.
pub async fn step(app: &App) -> Result<usize, StorageError> {
    let mut mails = 0;
    for campaign in app.hub.campaigns() {
        let counted = app.hub.sight(campaign.id).counted();
        let delivered = app.hub.delivered(campaign.id);
        mails += remind(&app.desk(), &campaign, (counted, &delivered), AHEAD).await?;
    }
    if mails > 0 {
        app.mail_waits.notify_one();
    }
    Ok(mails)
}
