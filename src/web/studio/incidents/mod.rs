//! The register of incidents.

mod pages;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::app::App;
use crate::paths;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route(paths::STUDIO_INCIDENTS, get(pages::index).post(pages::create))
        .route(paths::STUDIO_INCIDENTS_FILE, get(pages::file))
        .route("/studio/incidents/{id}", get(pages::show).post(pages::add))
}
