//! The running service: the listener, the loops, and an end that loses nothing.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{info, warn};

use crate::app::App;
use crate::settings::Settings;
use crate::{jobs, web};

/// Listens on the address of the settings.
pub async fn listen(settings: &Settings) -> anyhow::Result<TcpListener> {
    let bind = settings.http.bind;
    TcpListener::bind(bind).await.with_context(|| format!("listening on {bind}"))
}

/// How long requests under way may take once the service is told to end, and then what they left to be done: together
/// less than the ten seconds after which service managers kill.
const GRACE: Duration = Duration::from_millis(4500);

/// Serves until `stop` is cancelled; then finishes what was begun: requests, the intake's queue, the mails under way.
pub async fn run(
    app: Arc<App>,
    listener: TcpListener,
    stop: CancellationToken,
    tasks: TaskTracker,
) -> anyhow::Result<()> {
    serve_metrics(&app, &stop, &tasks).await?;
    jobs::start(&app, &stop, &tasks);
    let too_slow = async {
        stop.cancelled().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        served = serve(app, listener, stop.clone()) => served?,
        () = too_slow => info!("some clients were too slow to be waited for"),
    }
    tasks.close();
    // A client that never ends keeps its part of the app; it cannot keep the service.
    if tokio::time::timeout(GRACE, tasks.wait()).await.is_ok() {
        info!("everything that was begun is done");
    } else {
        warn!("some tasks were cut off; what was acknowledged is stored");
    }
    Ok(())
}

/// Serves requests alone, without the loops.
pub async fn serve(app: Arc<App>, listener: TcpListener, stop: CancellationToken) -> anyhow::Result<()> {
    let router = web::router(app.clone())?.into_make_service_with_connect_info::<SocketAddr>();
    let stopping = app.stopping.clone();
    axum::serve(listener, router)
        .with_graceful_shutdown(async move {
            stop.cancelled().await;
            // Streams have no end of their own.
            stopping.cancel();
        })
        .await?;
    Ok(())
}

/// Serves `/metrics` on its own address, if there is one.
async fn serve_metrics(app: &Arc<App>, stop: &CancellationToken, tasks: &TaskTracker) -> anyhow::Result<()> {
    let bind = &app.tools.settings.metrics.bind;
    if bind.is_empty() {
        return Ok(());
    }
    let listener =
        TcpListener::bind(bind).await.with_context(|| format!("listening on {bind} for metrics"))?;
    let router = web::metrics::router(app.clone());
    let stop = stop.clone().cancelled_owned();
    tasks.spawn(async move { axum::serve(listener, router).with_graceful_shutdown(stop).await });
    Ok(())
}
