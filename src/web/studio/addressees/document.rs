//! The document of a reply: the letter as it came.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::Found;
use super::reply::{as_written, page};
use super::views::reply::Trouble;
use crate::actions::pictures::develop::Unusable;
use crate::actions::replies::{attach as attaching, detach as detaching, find_document, prepare};
use crate::app::App;
use crate::paths;
use crate::web::error::WebError;
use crate::web::media::reply_document;
use crate::web::studio::member::Present;
use crate::web::upload::Upload;

pub async fn attach(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
    request: Request,
) -> Result<Response, WebError> {
    let found = Found::find(&app, &present, (&slug, &number)).await?;
    let sent = Upload::read(request, &app, app.tools.settings.uploads.document_bytes).await?;
    let refused = |unusable: Option<Unusable>| {
        let trouble = Some(Trouble::Document(unusable));
        let page = page(&app, &present, &found, (&found.reply, &as_written(&found)), trouble)?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    };
    if sent.file.is_empty() {
        return refused(None);
    }
    match prepare(sent.file).await {
        Ok((kind, bytes)) => {
            attaching(&app.desk(), found.on(&present), kind, bytes).await?;
            app.refresh().await?;
            Ok(found.back())
        }
        Err(unusable) => refused(Some(unusable)),
    }
}

pub async fn detach(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = Found::find(&app, &present, (&slug, &number)).await?;
    present.recently(&app, &paths::studio_reply(&slug, found.reply.number))?;
    detaching(&app.desk(), found.on(&present)).await?;
    app.refresh().await?;
    Ok(found.back())
}

/// The document, shown or not, to those who keep the record.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = Found::find(&app, &present, (&slug, &number)).await?;
    let document = found.reply.document.as_ref().ok_or(WebError::NotFound)?;
    let of = (found.reply.campaign, found.reply.number);
    let bytes = find_document(&app.desk(), of).await?.ok_or(WebError::NotFound)?;
    Ok(reply_document(&slug, (of.1, document.kind), "no-store", bytes))
}
