//! The running service: the listener, the loops, and an end that loses nothing.

mod door;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use tokio::net::{TcpListener, TcpSocket};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{info, warn};

use crate::app::App;
use crate::settings::Settings;
use crate::{jobs, web};

/// How many connections the system keeps for us while we are busy.
const BACKLOG: u32 = 4096;

/// Listens on the address of the settings.
pub fn listen(settings: &Settings) -> anyhow::Result<TcpListener> {
    let bind = settings.http.bind;
    bound(bind).with_context(|| format!("listening on {bind}"))
}

fn bound(bind: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if bind.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(true)?;
    socket.bind(bind)?;
    socket.listen(BACKLOG)
}

/// How long requests under way may take once the service no longer takes any, and then what they left to be done: together
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
    let drain = Duration::from_secs(app.tools.settings.http.drain);
    let too_slow = async {
        stop.cancelled().await;
        tokio::time::sleep(drain + GRACE).await;
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

/// Serves requests alone, without the loops. Once `stop` is cancelled it is not ready, still serves for as long as it is
/// to drain, and then ends when the requests under way have.
pub async fn serve(app: Arc<App>, listener: TcpListener, stop: CancellationToken) -> anyhow::Result<()> {
    let router = web::router(app.clone())?;
    let (stopping, closing) = (app.stopping.clone(), CancellationToken::new());
    let drain = Duration::from_secs(app.tools.settings.http.drain);
    let close = closing.clone();
    let end = async move {
        stop.cancelled().await;
        stopping.cancel();
        tokio::time::sleep(drain).await;
        close.cancel();
    };
    tokio::join!(end, door::open(app, router, listener, closing));
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
