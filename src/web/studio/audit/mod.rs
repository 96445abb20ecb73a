//! What was done by whom, for those who answer for it.

mod file;
mod filter;
mod list;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::app::App;
use crate::paths;

pub fn router() -> Router<Arc<App>> {
    Router::new().route(paths::STUDIO_AUDIT, get(list::index)).route(paths::STUDIO_AUDIT_CSV, get(file::show))
}
