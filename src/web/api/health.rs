use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;

/// The process answers.
pub async fn alive() -> &'static str {
    "alive\n"
}

/// The database answers too, so that traffic may come.
pub async fn ready(State(app): State<Arc<App>>) -> (StatusCode, &'static str) {
    match app.tools.db.ping().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
