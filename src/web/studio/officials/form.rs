use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::kept;
use super::views::form::Page;
use crate::actions::directory::DirectoryError;
use crate::actions::directory::add::add;
use crate::actions::directory::change::change;
use crate::app::App;
use crate::domain::official::{Details, Part};
use crate::domain::role::Act;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

/// What was typed into the form of an official.
fn typed(fields: &mut Fields) -> BTreeMap<Part, String> {
    Part::ALL.into_iter().map(|part| (part, fields.take(part.name()))).collect()
}

pub async fn new(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    present.must_here(&app, Act::KeepDirectory).await?;
    Ok(Page::empty(&app, &present).markup())
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    present.must_here(&app, Act::KeepDirectory).await?;
    let typed = typed(&mut fields);
    match Details::parse(&typed) {
        Ok(details) => {
            let id = add(&app.desk(), &present.member.account, details).await?;
            Ok(Redirect::to(&paths::studio_official(id)).into_response())
        }
        Err(faults) => {
            let page = Page { typed, faults: &faults, ..Page::empty(&app, &present) };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response())
        }
    }
}

pub async fn edit(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Markup, WebError> {
    let official = kept(&app, &present, &id).await?;
    Ok(Page::of(&app, &present, &official).markup())
}

pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let official = kept(&app, &present, &id).await?;
    let revision = fields.take("revision").parse().unwrap_or(0);
    let typed = typed(&mut fields);
    let seen = (official.id, revision);
    let done = match Details::parse(&typed) {
        Ok(details) => change(&app.desk(), &present.member.account, seen, details).await,
        Err(faults) => {
            let page = Page { typed, faults: &faults, seen: Some(seen), ..Page::empty(&app, &present) };
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response());
        }
    };
    match done {
        Ok(()) => Ok(Redirect::to(&paths::studio_official(official.id)).into_response()),
        Err(DirectoryError::Overtaken(theirs)) => {
            let seen = Some((theirs.id, theirs.revision));
            let page = Page { typed, theirs: Some(&theirs), seen, ..Page::empty(&app, &present) };
            Ok((StatusCode::CONFLICT, page.markup()).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
