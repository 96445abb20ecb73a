use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;

/// A load balancer asks every second or so: what takes longer is no answer.
const PATIENCE: Duration = Duration::from_secs(1);

/// The process answers.
pub async fn alive() -> &'static str {
    "alive\n"
}

/// The database answers too and can be written to, and the service does not mean to end, so that traffic may come.
pub async fn ready(State(app): State<Arc<App>>) -> (StatusCode, &'static str) {
    if app.stopping.is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, "ending\n");
    }
    match tokio::time::timeout(PATIENCE, app.tools.db.is_ready()).await {
        Ok(Ok(true)) => (StatusCode::OK, "ready\n"),
        Ok(Ok(false)) => (StatusCode::SERVICE_UNAVAILABLE, "the database is read-only\n"),
        Ok(Err(_)) | Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
