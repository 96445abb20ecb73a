//! What programs ask: the count, its stream, a challenge to solve, and whether we are well.

mod challenge;
mod health;
mod live;
mod tally;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::app::App;

/// The stream, which is never compressed: each watcher would need room for it.
pub fn stream() -> Router<Arc<App>> {
    Router::new().route("/campaigns/{slug}/live", get(live::show))
}

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/campaigns/{slug}/tally.json", get(tally::show))
        .route("/campaigns/{slug}/challenge", get(challenge::show))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
}
