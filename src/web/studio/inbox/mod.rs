//! The inbox: what people wrote to the organisers.

mod list;
mod message;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::paths;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route(paths::STUDIO_MESSAGES, get(list::index))
        .route("/studio/messages/{id}", get(message::show))
        .route("/studio/messages/{id}/answer", post(message::answer))
        .route("/studio/messages/{id}/note", post(message::note))
        .route("/studio/messages/{id}/state", post(message::set_state))
        .route("/studio/messages/{id}/deletion", post(message::delete))
}

/// The campaigns of an organisation, newest first.
fn campaigns_of(app: &App, organisation: i32) -> Vec<Arc<Campaign>> {
    let all = app.hub.campaigns_and_drafts();
    all.into_iter().filter(|campaign| campaign.organisation == organisation).collect()
}
