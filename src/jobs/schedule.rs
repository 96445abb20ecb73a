use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{error, info, warn};

use super::{defence, deliveries, live, mail, printing, reminders, reports, review, ridings, updates};
use crate::actions::campaigns::schedule;
use crate::actions::review::mark_old;
use crate::actions::{count_arrivals, purge, recount};
use crate::app::App;
use crate::domain::moment::DAY;
use crate::mail::{Mailer, forget};
use crate::storage::{StorageError, statistics, turns};

/// Many are told together, so that telling costs the database little.
const BETWEEN_TELLINGS: Duration = Duration::from_millis(50);

/// Starts the loops; they end when `stop` is cancelled, after what they are at.
pub fn start(app: &Arc<App>, stop: &CancellationToken, tasks: &TaskTracker) {
    tasks.spawn(send_mail(app.clone(), stop.clone()));
    if !app.tools.db.is_one_process() {
        tasks.spawn(live::follow(app.clone(), stop.clone()));
        tasks.spawn(share_usage(app.clone(), stop.clone()));
        every(app, stop, tasks, Duration::from_secs(2), keep_statistics);
    }
    every(app, stop, tasks, Duration::from_millis(500), checkpoint);
    every(app, stop, tasks, Duration::from_secs(1), refresh);
    every(app, stop, tasks, Duration::from_secs(1), publish_due);
    every(app, stop, tasks, Duration::from_secs(1), send_updates);
    every(app, stop, tasks, Duration::from_secs(1), print_cards);
    every(app, stop, tasks, Duration::from_secs(1), print_cards);
    every(app, stop, tasks, Duration::from_secs(1), make_packages);
    tasks.spawn(defence::keep_watch(app.clone(), stop.clone()));
    every(app, stop, tasks, Duration::from_secs(1), review::run);
    every(app, stop, tasks, Duration::from_secs(5), ridings::run);
    every(app, stop, tasks, Duration::from_mins(1), forget_limits);
    every(app, stop, tasks, Duration::from_mins(1), by_turns);
    every(app, stop, tasks, count_arrivals::EVERY, learn_sources);
    every(app, stop, tasks, Duration::from_mins(30), note_wording);
    every(app, stop, tasks, Duration::from_mins(1), defence::forget_spent);
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
            unharmed(&app, step(app.clone())).await;
        }
    });
}

/// A fault in one step does not keep the next from being taken.
pub(super) async fn unharmed<T>(app: &App, step: impl Future<Output = T>) -> Option<T> {
    let done = AssertUnwindSafe(step).catch_unwind().await.ok();
    if done.is_none() {
        error!("a job met a fault; it goes on with the next");
        app.metrics.panicked();
    }
    done
}

/// Sends whenever mail is queued, and looks once a second for what falls due again.
async fn send_mail(app: Arc<App>, stop: CancellationToken) {
    while !stop.is_cancelled() {
        match unharmed(&app, mail::send_due(&app)).await {
            Some(Ok(0)) | None => {}
            Some(Ok(_)) => continue,
            Some(Err(error)) => error!(%error, "mail waits for the database"),
        }
        let waits = tokio::time::timeout(Duration::from_secs(1), app.mail_waits.notified());
        let _ = stop.run_until_cancelled(waits).await;
    }
}

async fn refresh(app: Arc<App>) {
    if let Err(error) = app.tools.db.answered(app.refresh()).await {
        warn!(%error, "campaigns and counts were not read anew");
    }
}

/// Campaigns that are published at a time.
async fn publish_due(app: Arc<App>) {
    match app.tools.db.answered(async { Ok(schedule::publish_due(&app.desk()).await) }).await {
        Ok(Ok(0)) => {}
        Ok(Ok(published)) => info!(published, "published what was due"),
        Ok(Err(error)) => error!(%error, "what is due was not published"),
        Err(error) => error!(%error, "what is due was not published"),
    }
}

async fn note_wording(app: Arc<App>) {
    if let Err(error) = app.tools.db.answered(app.note_wording()).await {
        warn!(%error, "the words beside the box for updates were not written down");
    }
}

async fn learn_sources(app: Arc<App>) {
    if let Err(error) = app.tools.db.answered(app.learn_sources()).await {
        warn!(%error, "the sources that are counted were not read anew");
    }
}

/// Updates to supporters that are being sent.
async fn send_updates(app: Arc<App>) {
    if let Err(error) = updates::step(&app).await {
        error!(%error, "updates wait for the database");
    }
}

/// The files of print runs that are to be made.
async fn print_cards(app: Arc<App>) {
    if let Err(error) = printing::step(&app).await {
        error!(%error, "print runs wait for the database");
    }
}

/// The packages of deliveries that are to be made.
async fn make_packages(app: Arc<App>) {
    if let Err(error) = deliveries::step(&app).await {
        error!(%error, "deliveries wait for the database");
    }
}

/// Tells the other nodes what this one has used of a limit as soon as it is worth it, so that somebody fast finds no more
/// room on three nodes than on one.
async fn share_usage(app: Arc<App>, stop: CancellationToken) {
    while stop.run_until_cancelled(app.limits.worth_telling()).await.is_some() {
        while !stop.is_cancelled() && !tell_usage(&app).await {
            let _ = stop.run_until_cancelled(tokio::time::sleep(Duration::from_secs(1))).await;
        }
        let _ = stop.run_until_cancelled(tokio::time::sleep(BETWEEN_TELLINGS)).await;
    }
}

async fn tell_usage(app: &App) -> bool {
    match unharmed(app, app.tools.db.answered(app.share_usage())).await {
        Some(Ok(())) => true,
        Some(Err(error)) => {
            warn!(%error, "the use of limits was not told to the other nodes");
            false
        }
        None => false,
    }
}

async fn checkpoint(app: Arc<App>) {
    if let Err(error) = app.tools.db.checkpoint().await {
        warn!(%error, "the database's log was not brought in");
    }
}

async fn keep_statistics(app: Arc<App>) {
    let db = &app.tools.db;
    if let Err(error) = db.answered(statistics::keep_up(db.read())).await {
        warn!(%error, "the database was not asked to look at what has grown");
    }
}

async fn forget_limits(app: Arc<App>) {
    app.limits.forget_old();
    if let Mailer::Folder(folder, _) = &app.mailer {
        let before = app.tools.clock.now() - DAY * app.tools.settings.retention.outbox;
        if let Err(error) = forget(folder, before) {
            error!(%error, "old mails in the folder were not deleted");
        }
    }
}

/// What one node does for all, whoever comes first.
async fn by_turns(app: Arc<App>) {
    match take_turn(&app, "purge", purge::EVERY).await {
        Ok(true) => purge_old(&app).await,
        Ok(false) => {}
        Err(error) => error!(%error, "nothing was purged"),
    }
    match take_turn(&app, "remind", Duration::from_mins(1)).await {
        Ok(true) => remind(&app).await,
        Ok(false) => {}
        Err(error) => error!(%error, "nobody was reminded"),
    }
    match take_turn(&app, "reports", Duration::from_mins(1)).await {
        Ok(true) => make_reports(&app).await,
        Ok(false) => {}
        Err(error) => error!(%error, "no report was made"),
    }
    match take_turn(&app, "recount", Duration::from_hours(1)).await {
        Ok(true) => check_counts(&app).await,
        Ok(false) => {}
        Err(error) => error!(%error, "the count was not checked"),
    }
    match take_turn(&app, "arrivals", count_arrivals::EVERY).await {
        Ok(true) => count_arrivals(&app).await,
        Ok(false) => {}
        Err(error) => error!(%error, "the forms that were sent were not counted"),
    }
}

/// Whether it is this node's turn to do what is done once in a period.
pub async fn take_turn(app: &App, job: &str, period: Duration) -> Result<bool, StorageError> {
    let now = app.tools.clock.now();
    let turn = async {
        let tx = app.tools.db.write().await?;
        let mine = turns::take(&*tx, job, now, period).await?;
        tx.commit().await?;
        Ok(mine)
    };
    app.tools.db.answered(turn).await
}

/// What was sent in: forms are counted apart from signing, which they must not slow.
async fn count_arrivals(app: &App) {
    for campaign in app.hub.campaigns() {
        if let Err(error) = count_arrivals::count_arrivals(&app.desk(), campaign.id).await {
            error!(%error, "the forms that were sent were not counted");
        }
    }
}

async fn purge_old(app: &App) {
    match purge::purge(&app.desk(), &app.tools.settings.retention).await {
        Ok(purged) if purged != purge::Purged::default() => {
            info!(?purged, "deleted what was kept long enough");
        }
        Ok(_) => {}
        Err(error) => error!(%error, "nothing was purged"),
    }
    loop {
        match mark_old::mark_old(&app.desk()).await {
            Ok(true) if !app.stopping.is_cancelled() => {}
            Ok(_) => break,
            Err(error) => return error!(%error, "older signatures were not marked to be found by name"),
        }
    }
}

async fn remind(app: &App) {
    if let Err(error) = reminders::step(app).await {
        error!(%error, "not everybody was reminded");
    }
}

async fn make_reports(app: &App) {
    if let Err(error) = reports::step(app).await {
        error!(%error, "reports wait for the database");
    }
}

async fn check_counts(app: &App) {
    let mut places = 0;
    for campaign in app.hub.campaigns() {
        match recount::recount(&app.desk(), campaign.id).await {
            Ok(drifts) if drifts.is_empty() => {}
            Ok(drifts) => {
                places += drifts.len();
                error!(campaign = campaign.slug, ?drifts, "the count has drifted from the signatures");
            }
            Err(error) => error!(%error, "the count was not checked"),
        }
    }
    app.metrics.drifted(places);
}
