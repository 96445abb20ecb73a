//! Looks once a second whether a campaign is under pressure, and says in the log when its form begins and ceases to ask.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tracing::{error, info, warn};

use super::schedule::unharmed;
use crate::actions::{ActionError, defend};
use crate::app::App;
use crate::domain::defence::{Mode, Pressure};

/// Runs until `stop` is cancelled.
pub async fn keep_watch(app: Arc<App>, stop: CancellationToken) {
    let mut asking = HashSet::new();
    let mut ticks = tokio::time::interval(Duration::from_secs(1));
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        if let Some(Err(error)) = unharmed(&app, look(&app)).await {
            error!(%error, "a campaign is under pressure, and the other nodes were not told");
        }
        tell(&app, &mut asking);
    }
}

/// Asks where this node is under pressure, and tells the others so.
pub async fn look(app: &App) -> Result<(), ActionError> {
    let desk = app.desk();
    for campaign in app.hub.campaigns() {
        let known = app.hub.defence(campaign.id);
        if known.mode != Mode::Auto {
            continue;
        }
        let pressure = app.watch.judge(campaign.id, known.asks(desk.now), desk.now);
        let until = app.watch.rule().extend(&known, desk.now);
        if let Some((pressure, until)) = pressure.zip(until) {
            let defence = defend::ask(&desk, campaign.id, known, pressure, until).await?;
            app.hub.defended(&[(campaign.id, defence)]);
        }
    }
    Ok(())
}

/// Logs what has changed since it last looked, whichever node or person changed it.
fn tell(app: &App, asking: &mut HashSet<i32>) {
    let now = app.tools.clock.now();
    for campaign in app.hub.campaigns() {
        let defence = app.hub.defence(campaign.id);
        let (mode, slug) = (defence.mode.as_str(), &campaign.slug);
        if defence.asks(now) {
            if asking.insert(campaign.id) {
                let pressure = defence.pressure.map(Pressure::as_str);
                warn!(campaign = slug, mode, pressure, "the form asks for a proof of work");
            }
        } else if asking.remove(&campaign.id) {
            info!(campaign = slug, mode, "the form no longer asks for a proof of work");
        }
    }
}

/// Forgets spent proofs once they have expired.
pub async fn forget_spent(app: Arc<App>) {
    if let Err(error) = defend::forget_spent(&app.desk()).await {
        error!(%error, "spent proofs of work were not deleted");
    }
}
