//! The ways into the studio besides a password: the second step, a forgotten password, an invitation.

mod code;
mod invitation;
mod reset;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

pub use views::code::demo;

use crate::app::App;
use crate::paths;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route(paths::STUDIO_LOGIN_CODE, get(code::new).post(code::create))
        .route(paths::STUDIO_RESET, get(reset::new).post(reset::create))
        .route("/studio/reset/{token}", get(reset::edit).post(reset::update))
        .route("/studio/invitation/{token}", get(invitation::new).post(invitation::create))
}
