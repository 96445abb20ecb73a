//! What somebody does about their own account, and how they prove that it is theirs.

mod proof;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::app::App;
use crate::paths;

pub fn router() -> Router<Arc<App>> {
    Router::new().route(paths::STUDIO_PROOF, get(proof::new).post(proof::create))
}
