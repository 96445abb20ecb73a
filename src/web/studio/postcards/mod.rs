//! Postcards: what organisers set about them, their fronts, and the queue of moderators.

mod designs;
mod offer;
mod queue;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::app::App;

pub fn router() -> Router<Arc<App>> {
    // Uploads have a limit of their own.
    let uploads = Router::new()
        .route("/studio/campaigns/{slug}/postcards/designs", get(designs::index).post(designs::create))
        .layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/studio/campaigns/{slug}/postcards", get(offer::edit).post(offer::update))
        .route("/studio/campaigns/{slug}/postcards/designs/{id}", post(designs::update))
        .route("/studio/campaigns/{slug}/postcards/designs/{id}/up", post(designs::move_up))
        .route("/studio/campaigns/{slug}/postcards/designs/{id}/retire", post(designs::retire))
        .route("/studio/campaigns/{slug}/postcards/designs/{id}/restore", post(designs::restore))
        .route("/studio/campaigns/{slug}/cards", get(queue::index))
        .route("/studio/campaigns/{slug}/cards/decision", post(queue::decide))
        .route("/studio/campaigns/{slug}/cards/undo", post(queue::undo))
        .merge(uploads)
}
