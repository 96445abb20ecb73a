//! The running service: the listener, the loops, and an end that loses nothing.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::info;

use crate::app::App;
use crate::{jobs, web};

/// Listens on the address of the settings.
pub async fn listen(app: &App) -> anyhow::Result<TcpListener> {
    let bind = app.tools.settings.http.bind;
    TcpListener::bind(bind).await.with_context(|| format!("listening on {bind}"))
}

/// Serves until `stop` is cancelled; then finishes what was begun: requests, the intake's queue, the mails under way.
pub async fn run(
    app: Arc<App>,
    listener: TcpListener,
    stop: CancellationToken,
    tasks: TaskTracker,
) -> anyhow::Result<()> {
    jobs::start(&app, &stop, &tasks);
    serve(app, listener, stop).await?;
    tasks.close();
    tasks.wait().await;
    info!("everything that was begun is done");
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
