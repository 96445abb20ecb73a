//! Whether everybody can read a reply.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::Found;
use super::reply::{as_written, page};
use super::views::reply::Trouble;
use crate::actions::replies::{ReplyError, hide as hiding, remove, show as showing};
use crate::app::App;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

/// Shows the reply that was looked at.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let found = Found::find(&app, &present, (&slug, &number)).await?;
    let revision: i32 = fields.take("revision").parse().map_err(|_| WebError::BadRequest)?;
    match showing(&app.desk(), found.on(&present), revision).await {
        Ok(()) => {
            app.refresh().await?;
            Ok(found.back())
        }
        Err(ReplyError::Overtaken(newest)) => {
            let form = as_written(&found);
            let page = page(&app, &present, &found, (&newest, &form), Some(Trouble::ChangedMeanwhile))?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn hide(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = Found::find(&app, &present, (&slug, &number)).await?;
    hiding(&app.desk(), found.on(&present)).await?;
    app.refresh().await?;
    Ok(found.back())
}

/// Deletes one that was entered by mistake and that nobody can read.
pub async fn destroy(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = Found::find(&app, &present, (&slug, &number)).await?;
    present.recently(&app, &paths::studio_reply(&slug, found.reply.number))?;
    match remove(&app.desk(), found.on(&present)).await {
        Ok(()) => {
            app.refresh().await?;
            Ok(Redirect::to(&paths::studio_addressee(&slug, &found.reply.key)).into_response())
        }
        // Somebody has shown it meanwhile: the page says so.
        Err(ReplyError::Shown) => Ok(found.back()),
        Err(error) => Err(error.into()),
    }
}
