//! Makes the packages of deliveries, one after the other, on a thread that is not needed for answering.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tokio::time::{MissedTickBehavior, interval};
use tracing::{error, warn};

use crate::actions::deliveries::DeliveryError;
use crate::actions::deliveries::make::{MakeError, Watch, Work, fail, let_go, sweep, take, tell};
use crate::app::App;

/// How often it is said how far a package is, and seen whether it is still wanted.
const TELLING: Duration = Duration::from_millis(500);

/// Makes everything that is to be made, and deletes what is kept no longer.
pub async fn step(app: &Arc<App>) -> Result<(), DeliveryError> {
    while !app.stopping.is_cancelled() {
        let Some(work) = take(&app.desk(), &app.tools.settings).await? else { break };
        make(app, Arc::new(work)).await?;
    }
    sweep(&app.desk()).await
}

async fn make(app: &Arc<App>, work: Arc<Work>) -> Result<(), DeliveryError> {
    match run(app, &work).await? {
        Some(Ok(())) => Ok(()),
        // Cancelled, or the service ends: another start goes on with it.
        Some(Err(MakeError::Unwanted)) => let_go(&app.desk(), &work).await,
        Some(Err(reason @ (MakeError::Unwritable(_) | MakeError::Cards(_) | MakeError::TooMany))) => {
            error!(%reason, "a package of a delivery cannot be written");
            fail(&app.desk(), &work).await
        }
        Some(Err(reason)) => {
            warn!(%reason, "the making of a package was cut off; it goes on later");
            Ok(())
        }
        None => {
            warn!("the making of a package met a fault; it is tried again");
            Ok(())
        }
    }
}

/// Makes a package while it is told how far it is. Nothing comes of it where the making itself met a fault.
async fn run(app: &Arc<App>, work: &Arc<Work>) -> Result<Option<Result<(), MakeError>>, DeliveryError> {
    let watch = Arc::new(Watch::default());
    let (shared, of, seen, handle) = (app.clone(), work.clone(), watch.clone(), Handle::current());
    let (give, mut made) = oneshot::channel();
    // A thread of its own, which ends: what it used, faces above all, goes back to the system at once.
    let begun = thread::Builder::new().name("package".to_owned()).spawn(move || {
        // Nobody waits for it where the database did not answer.
        let _ = give.send(of.make(shared.desk(), &handle, &seen));
    });
    if begun.is_err() {
        return Ok(None);
    }
    let mut ticks = interval(TELLING);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            made = &mut made => return Ok(made.ok()),
            _ = ticks.tick() => {
                let told = tell(&app.desk(), work, &watch).await;
                // Where the database does not answer, nothing goes on that nobody would keep.
                if app.stopping.is_cancelled() || !matches!(told, Ok(true)) {
                    watch.stop();
                }
                told?;
            }
        }
    }
}
