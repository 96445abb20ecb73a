//! What somebody does about their own account, and how they prove that it is theirs.

mod factor;
mod keys;
mod password;
mod proof;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;
use crate::paths;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route(paths::STUDIO_PROOF, get(proof::new).post(proof::create))
        .route(paths::STUDIO_FACTOR, get(factor::show).post(factor::create))
        .route(paths::STUDIO_FACTOR_CODES, post(factor::renew))
        .route(paths::STUDIO_FACTOR_REMOVE, post(factor::destroy))
        .route(paths::STUDIO_KEYS, get(keys::index).post(keys::create))
        .route("/studio/keys/{id}/remove", post(keys::destroy))
        .route(paths::STUDIO_PASSWORD, get(password::edit).post(password::update))
}
