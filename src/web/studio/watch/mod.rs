//! A campaign's figures: as a page, as tables to take away, as a stream, and on a wall.

mod asked;
mod compared;
mod figures;
mod file;
mod live;
mod page;
mod views;
mod wall;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

pub use self::views::labels;
use crate::app::App;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/studio/campaigns/{slug}", get(page::show))
        .route("/studio/campaigns/{slug}/figures.csv", get(file::show))
        .route("/studio/campaigns/{slug}/figures/live", get(live::show))
        .route("/studio/campaigns/{slug}/wall", get(wall::show))
}
