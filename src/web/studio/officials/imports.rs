use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use uuid::Uuid;

use super::views::imports::{Index, Trouble};
use super::views::preview::Preview;
use crate::actions::directory::DirectoryError;
use crate::actions::directory::apply::apply as applying;
use crate::actions::directory::undo::undo as undoing;
use crate::actions::directory::upload::{is_fresh, preview, upload};
use crate::app::App;
use crate::domain::official::roster::{self, Unreadable};
use crate::domain::role::Act;
use crate::paths;
use crate::storage::official_imports::{self, Import};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;
use crate::web::upload::Upload;

/// How many of the latest imports are shown.
const SHOWN: u64 = 20;

async fn index_page(app: &App, present: &Present, trouble: Option<Trouble<'_>>) -> Result<Markup, WebError> {
    let done =
        official_imports::list_done(app.tools.db.read(), present.member.organisation.id, SHOWN).await?;
    Ok(Index { app, present, done: &done, trouble }.markup())
}

/// Where a list is uploaded, and what was imported before.
pub async fn index(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    present.must_here(&app, Act::KeepDirectory).await?;
    index_page(&app, &present, None).await
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    request: Request,
) -> Result<Response, WebError> {
    present.must_here(&app, Act::KeepDirectory).await?;
    let uploaded = Upload::read(request, &app, app.tools.settings.uploads.list_bytes).await?;
    let read = tokio::task::spawn_blocking(move || roster::read(&uploaded.file)).await;
    match read.map_err(|_| WebError::Internal)? {
        Ok(roster) => {
            let id = upload(&app.desk(), &present.member.account, &roster).await?;
            Ok(Redirect::to(&paths::studio_import(id)).into_response())
        }
        Err(unreadable) => refused(&app, &present, &unreadable).await,
    }
}

async fn refused(app: &App, present: &Present, unreadable: &Unreadable) -> Result<Response, WebError> {
    let page = index_page(app, present, Some(Trouble::Unreadable(unreadable))).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The import of an address, to those who keep this directory.
async fn kept(app: &App, present: &Present, id: &str) -> Result<Import, WebError> {
    present.must_here(app, Act::KeepDirectory).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let import = official_imports::find(app.tools.db.read(), id).await?.ok_or(WebError::NotFound)?;
    present.must(app, Act::KeepDirectory, import.organisation).await?;
    Ok(import)
}

async fn preview_page(
    app: &App,
    present: &Present,
    import: &Import,
    stale: bool,
) -> Result<Markup, WebError> {
    let (roster, plan) = preview(&app.desk(), import).await?;
    Ok(Preview { app, present, import, roster: &roster, plan: &plan, stale }.markup())
}

/// What a list would change. One that waits no more leads to where it was uploaded.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let import = kept(&app, &present, &id).await?;
    if is_fresh(&app.desk(), &import) {
        return Ok(preview_page(&app, &present, &import, false).await?.into_response());
    }
    Ok(Redirect::to(paths::STUDIO_IMPORTS).into_response())
}

pub async fn apply(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let import = kept(&app, &present, &id).await?;
    let (digest, retire) = (fields.take("plan"), fields.take("retire") == "yes");
    match applying(&app.desk(), &present.member.account, (import.id, &digest), retire).await {
        Ok(()) => Ok(Redirect::to(paths::STUDIO_IMPORTS).into_response()),
        Err(DirectoryError::Stale) if is_fresh(&app.desk(), &import) => {
            let page = preview_page(&app, &present, &import, true).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(DirectoryError::Stale) => late(&app, &present, Trouble::Over).await,
        Err(error) => Err(error.into()),
    }
}

async fn late(app: &App, present: &Present, trouble: Trouble<'_>) -> Result<Response, WebError> {
    Ok((StatusCode::CONFLICT, index_page(app, present, Some(trouble)).await?).into_response())
}

pub async fn undo(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let import = kept(&app, &present, &id).await?;
    match undoing(&app.desk(), &present.member.account, import.id).await {
        Ok(()) => Ok(Redirect::to(paths::STUDIO_IMPORTS).into_response()),
        Err(DirectoryError::Stale) => late(&app, &present, Trouble::Over).await,
        Err(DirectoryError::BuiltUpon) => late(&app, &present, Trouble::BuiltUpon).await,
        Err(error) => Err(error.into()),
    }
}
