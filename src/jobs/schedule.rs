use std::sync::Arc;
use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{error, info, warn};

use super::mail;
use crate::actions::{purge, recount};
use crate::app::App;
use crate::domain::moment::DAY;
use crate::mail::{Mailer, forget};

/// Starts the loops; they end when `stop` is cancelled, after what they are at.
pub fn start(app: &Arc<App>, stop: &CancellationToken, tasks: &TaskTracker) {
    tasks.spawn(send_mail(app.clone(), stop.clone()));
    every(app, stop, tasks, Duration::from_secs(1), refresh);
    every(app, stop, tasks, Duration::from_mins(1), forget_limits);
    every(app, stop, tasks, Duration::from_mins(10), purge_old);
    every(app, stop, tasks, Duration::from_hours(1), check_counts);
}

fn every<F>(
    app: &Arc<App>,
    stop: &CancellationToken,
    tasks: &TaskTracker,
    period: Duration,
    step: fn(Arc<App>) -> F,
) where
    F: Future<Output = ()> + Send + 'static,
{
    let (app, stop) = (app.clone(), stop.clone());
    tasks.spawn(async move {
        let mut ticks = interval(period);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        while stop.run_until_cancelled(ticks.tick()).await.is_some() {
            step(app.clone()).await;
        }
    });
}

/// Sends whenever mail is queued, and looks once a second for what falls due again.
async fn send_mail(app: Arc<App>, stop: CancellationToken) {
    while !stop.is_cancelled() {
        match mail::send_due(&app).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => error!(%error, "mail waits for the database"),
        }
        let waits = tokio::time::timeout(Duration::from_secs(1), app.mail_waits.notified());
        let _ = stop.run_until_cancelled(waits).await;
    }
}

async fn refresh(app: Arc<App>) {
    if let Err(error) = app.refresh().await {
        warn!(%error, "campaigns and counts were not read anew");
    }
}

async fn forget_limits(app: Arc<App>) {
    app.limits.forget_old();
}

async fn purge_old(app: Arc<App>) {
    match purge::purge(&app.desk(), &app.tools.settings.retention).await {
        Ok(purged) if purged != purge::Purged::default() => {
            info!(?purged, "deleted what was kept long enough");
        }
        Ok(_) => {}
        Err(error) => error!(%error, "nothing was purged"),
    }
    if let Mailer::Folder(folder, _) = &app.mailer {
        let before = app.tools.clock.now() - DAY * app.tools.settings.retention.outbox;
        if let Err(error) = forget(folder, before) {
            error!(%error, "old mails in the folder were not deleted");
        }
    }
}

async fn check_counts(app: Arc<App>) {
    for campaign in app.hub.campaigns() {
        match recount::recount(&app.desk(), campaign.id).await {
            Ok(drifts) if drifts.is_empty() => {}
            Ok(drifts) => {
                error!(campaign = campaign.slug, ?drifts, "the count has drifted from the signatures");
            }
            Err(error) => error!(%error, "the count was not checked"),
        }
    }
}
