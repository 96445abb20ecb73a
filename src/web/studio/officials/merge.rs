use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use uuid::Uuid;

use super::kept;
use super::views::merge::Page;
use crate::actions::directory::DirectoryError;
use crate::actions::directory::merge::{Pair, merge};
use crate::actions::directory::separate::separate;
use crate::app::App;
use crate::domain::official::{Official, Part};
use crate::domain::role::Act;
use crate::paths;
use crate::storage::officials;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

/// The two of an address, who are two.
async fn two(
    app: &App,
    present: &Present,
    (stays, goes): (&str, &str),
) -> Result<(Official, Official), WebError> {
    let stays = kept(app, present, stays).await?;
    let goes = kept(app, present, goes).await?;
    if stays.id == goes.id { Err(WebError::NotFound) } else { Ok((stays, goes)) }
}

/// Two entries side by side.
pub async fn new(
    State(app): State<Arc<App>>,
    present: Present,
    Path((stays, goes)): Path<(String, String)>,
) -> Result<Markup, WebError> {
    let (stays, goes) = two(&app, &present, (&stays, &goes)).await?;
    let (app, present) = (&*app, &present);
    Ok(Page { app, present, stays: &stays, goes: &goes, faults: &[], overtaken: false }.markup())
}

/// Takes a merging back.
pub async fn destroy(
    State(app): State<Arc<App>>,
    present: Present,
    Path((stays, gone)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let stays = kept(&app, &present, &stays).await?;
    let gone: Uuid = gone.parse().map_err(|_| WebError::NotFound)?;
    let known = officials::find(app.tools.db.read(), gone).await?.ok_or(WebError::NotFound)?;
    present.must(&app, Act::KeepDirectory, known.organisation).await?;
    match separate(&app.desk(), &present.member.account, gone).await {
        // Pressed twice, it is done once.
        Ok(()) | Err(DirectoryError::Stale) => {
            Ok(Redirect::to(&paths::studio_official(stays.id)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path((stays, goes)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let (stays, goes) = two(&app, &present, (&stays, &goes)).await?;
    let mut revision = |name| fields.take(name).parse().unwrap_or(0);
    let pair =
        Pair { stays: (stays.id, revision("stays_revision")), goes: (goes.id, revision("goes_revision")) };
    let taken: Vec<_> = Part::ALL.into_iter().filter(|part| fields.take(part.name()) == "goes").collect();
    let done = merge(&app.desk(), &present.member.account, pair, &taken).await;
    let (app, present) = (&*app, &present);
    let page = Page { app, present, stays: &stays, goes: &goes, faults: &[], overtaken: false };
    match done {
        Ok(Ok(())) => Ok(Redirect::to(&paths::studio_official(stays.id)).into_response()),
        Ok(Err(faults)) => {
            let page = Page { faults: &faults, ..page };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response())
        }
        Err(DirectoryError::Overtaken(_)) => {
            Ok((StatusCode::CONFLICT, Page { overtaken: true, ..page }.markup()).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
