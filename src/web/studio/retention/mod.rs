//! How long an organisation keeps what: its terms, what goes when, and what would go now.

mod page;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;
use crate::paths;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route(paths::STUDIO_RETENTION, get(page::show))
        .route(paths::STUDIO_RETENTION_TERMS, post(page::update))
        .route("/studio/campaigns/{slug}/final-delivery", post(page::tell))
}
