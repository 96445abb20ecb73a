//! Makes the files of print runs, one after the other, on a processor that is not needed for answering.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::{MissedTickBehavior, interval};
use tracing::{error, warn};

use crate::actions::print_runs::PrintError;
use crate::actions::print_runs::make::{Work, fail, keep, take, tell};
use crate::actions::print_runs::spread::{Made, MakeError};
use crate::app::App;

/// How often it is said how far a file is, and seen whether it is still wanted.
const TELLING: Duration = Duration::from_millis(500);

/// Makes everything that is to be made.
pub async fn step(app: &Arc<App>) -> Result<(), PrintError> {
    while !app.stopping.is_cancelled() {
        let Some(work) = take(&app.desk()).await? else { return Ok(()) };
        make(app, Arc::new(work)).await?;
    }
    Ok(())
}

async fn make(app: &Arc<App>, work: Arc<Work>) -> Result<(), PrintError> {
    match lay_out(app, &work).await? {
        Some(Ok(Some(made))) => keep(&app.desk(), &work, &made).await,
        Some(Ok(None)) => Ok(()),
        Some(Err(reason)) => {
            error!(%reason, "a print run cannot be laid out");
            fail(&app.desk(), &work).await
        }
        None => {
            warn!("the laying out of a print run met a fault; it is tried again");
            Ok(())
        }
    }
}

/// Lays a file out while it is told how far it is. Nothing comes of it where the laying out itself met a fault.
async fn lay_out(
    app: &Arc<App>,
    work: &Arc<Work>,
) -> Result<Option<Result<Option<Made>, MakeError>>, PrintError> {
    let wanted = Arc::new((AtomicBool::new(true), AtomicU32::new(0)));
    let (shared, of, seen) = (app.clone(), work.clone(), wanted.clone());
    let (give, mut laid_out) = oneshot::channel();
    // A thread of its own, which ends: what it used, faces above all, goes back to the system at once.
    let begun = thread::Builder::new().name("print".to_owned()).spawn(move || {
        let made = of.lay_out(&shared.tools.vault, &shared.tools.rules, |done| {
            seen.1.store(u32::try_from(done).unwrap_or(u32::MAX), Ordering::Relaxed);
            seen.0.load(Ordering::Relaxed)
        });
        // Nobody waits for it where the database did not answer.
        let _ = give.send(made);
    });
    if begun.is_err() {
        return Ok(None);
    }
    let mut ticks = interval(TELLING);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            made = &mut laid_out => return Ok(made.ok()),
            _ = ticks.tick() => {
                let told = tell(&app.desk(), work, wanted.1.load(Ordering::Relaxed)).await;
                let is_wanted = !app.stopping.is_cancelled() && matches!(told, Ok(true));
                wanted.0.store(is_wanted, Ordering::Relaxed);
                // Where the database does not answer, nothing goes on that nobody would keep.
                told?;
            }
        }
    }
}
