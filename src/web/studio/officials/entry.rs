use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::{kept, views};
use crate::actions::directory::DirectoryError;
use crate::actions::directory::change::retire as retiring;
use crate::actions::directory::remove::remove;
use crate::app::App;
use crate::domain::official::{Official, written_day};
use crate::paths;
use crate::storage::officials;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;
use views::entry::{Page, Trouble};

async fn page(
    app: &App,
    present: &Present,
    official: &Official,
    trouble: Option<Trouble<'_>>,
) -> Result<maud::Markup, WebError> {
    let today = written_day(app.tools.clock.now());
    let mut addressed = officials::list_addressed(app.tools.db.read(), official.organisation).await?;
    let campaigns = addressed.remove(&official.id).unwrap_or_default();
    let merged = officials::list_merged(app.tools.db.read(), official.id).await?;
    Ok(Page { app, present, official, merged: &merged, campaigns: &campaigns, today: &today, trouble }
        .markup())
}

/// An official; by the address of whoever was merged into them, the way to them.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let official = kept(&app, &present, &id).await?;
    if id.parse() != Ok(official.id) {
        return Ok(Redirect::to(&paths::studio_official(official.id)).into_response());
    }
    Ok(page(&app, &present, &official, None).await?.into_response())
}

/// Answers what came of an act on the page of whom it was about.
async fn answer(app: &App, present: &Present, id: Uuid, trouble: Trouble<'_>) -> Result<Response, WebError> {
    let now = kept(app, present, &id.to_string()).await?;
    let status = if matches!(trouble, Trouble::Faults(_)) {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::CONFLICT
    };
    Ok((status, page(app, present, &now, Some(trouble)).await?).into_response())
}

pub async fn retire(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let official = kept(&app, &present, &id).await?;
    let revision = fields.take("revision").parse().unwrap_or(0);
    let day = fields.take("until");
    // A day is needed: without one they would be in office again.
    let day = if day.trim().is_empty() { "?" } else { &day };
    let by = &present.member.account;
    match retiring(&app.desk(), by, (official.id, revision), day).await {
        Ok(Ok(())) => Ok(Redirect::to(&paths::studio_official(official.id)).into_response()),
        Ok(Err(faults)) => answer(&app, &present, official.id, Trouble::Faults(&faults)).await,
        Err(DirectoryError::Overtaken(_)) => answer(&app, &present, official.id, Trouble::Overtaken).await,
        Err(error) => Err(error.into()),
    }
}

pub async fn destroy(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let official = kept(&app, &present, &id).await?;
    present.recently(&app, &paths::studio_official(official.id))?;
    let revision = fields.take("revision").parse().unwrap_or(0);
    match remove(&app.desk(), &present.member.account, (official.id, revision)).await {
        Ok(()) => Ok(Redirect::to(paths::STUDIO_OFFICIALS).into_response()),
        Err(DirectoryError::Overtaken(_)) => answer(&app, &present, official.id, Trouble::Overtaken).await,
        Err(DirectoryError::InUse(_)) => answer(&app, &present, official.id, Trouble::InUse).await,
        Err(error) => Err(error.into()),
    }
}
