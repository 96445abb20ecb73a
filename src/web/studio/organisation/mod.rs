//! Who the organisation is, as its mails and pages say.

mod approvals;
mod encryption;
mod page;
mod view;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;
use crate::paths;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route(paths::STUDIO_ORGANISATION, get(page::edit).post(page::update))
        .route(paths::STUDIO_APPROVALS, post(approvals::update))
        .route(paths::STUDIO_ENCRYPTION, post(encryption::update))
}
