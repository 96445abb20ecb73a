//! The directory of officials: looked through, kept one by one, filled from lists, and rid of duplicates.

mod directory;
mod entry;
mod form;
mod imports;
mod merge;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use uuid::Uuid;

use super::member::Present;
use crate::actions::directory::DirectoryError;
use crate::app::App;
use crate::domain::official::Official;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::officials;
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    // Uploads have a limit of their own.
    let uploads = Router::new()
        .route(paths::STUDIO_IMPORTS, get(imports::index).post(imports::create))
        .layer(DefaultBodyLimit::disable());
    Router::new()
        .route(paths::STUDIO_OFFICIALS, get(directory::index).post(form::create))
        .route(paths::STUDIO_NEW_OFFICIAL, get(form::new))
        .route(paths::STUDIO_ALIKE_OFFICIALS, get(directory::duplicates))
        .route("/studio/officials/imports/{id}", get(imports::show))
        .route("/studio/officials/imports/{id}/apply", post(imports::apply))
        .route("/studio/officials/imports/{id}/undo", post(imports::undo))
        .route("/studio/officials/{id}", get(entry::show).post(form::update))
        .route("/studio/officials/{id}/edit", get(form::edit))
        .route("/studio/officials/{id}/retire", post(entry::retire))
        .route("/studio/officials/{id}/delete", post(entry::destroy))
        .route("/studio/officials/{id}/merge/{row}", get(merge::new).post(merge::create))
        .route("/studio/officials/{id}/separate/{row}", post(merge::destroy))
        .route(paths::STUDIO_OFFICIALS_SHEET, get(directory::sheet))
        .merge(uploads)
}

/// The official of an address, to those who keep this directory. Whoever was merged into another is that other.
async fn kept(app: &App, present: &Present, id: &str) -> Result<Official, WebError> {
    present.must_here(app, Act::KeepDirectory).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let official = officials::resolve(app.tools.db.read(), id).await?.ok_or(WebError::NotFound)?;
    present.must(app, Act::KeepDirectory, official.organisation).await?;
    Ok(official)
}

impl From<DirectoryError> for WebError {
    /// For what a page has no better answer to.
    fn from(error: DirectoryError) -> Self {
        match error {
            DirectoryError::Storage(error) => error.into(),
            DirectoryError::Unknown => Self::NotFound,
            DirectoryError::Overtaken(_)
            | DirectoryError::InUse(_)
            | DirectoryError::Stale
            | DirectoryError::BuiltUpon => Self::BadRequest,
        }
    }
}
