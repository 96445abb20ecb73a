use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::super::member::Present;
use super::views::list::Page;
use crate::actions::people::open::{Fault, Typed, open};
use crate::app::App;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::inquiries;
use crate::web::error::WebError;
use crate::web::form::Fields;

/// How many answered cases a page shows.
const PAGE: u64 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    before: Option<i32>,
}

async fn page(
    app: &App,
    present: &Present,
    before: Option<i32>,
    (typed, faults): (&Typed, &[Fault]),
) -> Result<Markup, WebError> {
    let (db, here) = (app.tools.db.read(), present.member.organisation.id);
    let open = inquiries::list_open(db, here).await?;
    let mut done = inquiries::list_done(db, here, before, PAGE + 1).await?;
    let has_more = done.len() as u64 > PAGE;
    done.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    Ok(Page { app, present, open: &open, done: &done, has_more, typed, faults }.markup())
}

/// The open cases with their dates, and the form that opens one. Nobody's data are on this page.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    present.must_here(&app, Act::ServePeople).await?;
    page(&app, &present, asked.before, (&Typed::default(), &[])).await
}

/// Opens a case. Whoever is looked for stands in the body of the post, never in an address.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    present.must_here(&app, Act::ServePeople).await?;
    let typed = Typed {
        email: fields.take("email"),
        name: fields.take("name"),
        asked: fields.take("asked"),
        checked: fields.take("checked"),
        note: fields.take("note"),
    };
    match typed.parse() {
        Ok(new) => {
            let member = &present.member;
            let id = open(&app.desk(), &member.organisation, &member.account, &new).await?;
            Ok(Redirect::to(&paths::studio_inquiry(id)).into_response())
        }
        Err(faults) => {
            let page = page(&app, &present, None, (&typed, &faults)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
