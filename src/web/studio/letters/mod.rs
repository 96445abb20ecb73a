//! The open letter: what organisers set about it, and who stands under it.

mod desk;
mod settings;
mod signatory;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/studio/campaigns/{slug}/letter", get(settings::edit).post(settings::update))
        .route("/studio/campaigns/{slug}/sign-ons", get(desk::index))
        .route("/studio/campaigns/{slug}/sign-ons/decision", post(desk::decide))
        .route("/studio/campaigns/{slug}/sign-ons/undo", post(desk::undo))
        .route("/studio/campaigns/{slug}/sign-ons/{id}", get(signatory::show).post(signatory::update))
}
