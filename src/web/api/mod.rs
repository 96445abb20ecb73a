//! What programs ask: the count, its stream, a challenge to solve, and whether we are well.

mod challenge;
mod health;
mod live;
mod tally;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::app::App;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/campaigns/{slug}/tally.json", get(tally::show))
        .route("/campaigns/{slug}/live", get(live::show))
        .route("/campaigns/{slug}/challenge", get(challenge::show))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
}
