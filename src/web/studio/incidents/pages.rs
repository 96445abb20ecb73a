use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;
use uuid::Uuid;

use super::super::member::Present;
use super::views::{self, Index, Show};
use crate::actions::incidents::{entries, export, report};
use crate::app::App;
use crate::domain::incident::{Fault, Incident, Typed};
use crate::domain::role::Act;
use crate::paths;
use crate::storage::incidents;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::sheet;

/// How many incidents a page shows.
const PAGE: u64 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    before: Option<i32>,
}

fn typed(fields: &mut Fields) -> Typed {
    Typed {
        what: fields.take("what"),
        noticed: fields.take("noticed"),
        kinds: fields.take("kinds"),
        people: fields.take("people"),
        risk: fields.take("risk"),
        measures: fields.take("measures"),
        authority_told: fields.take("authority_told"),
        people_told: fields.take("people_told"),
    }
}

async fn index_page(
    app: &App,
    present: &Present,
    before: Option<i32>,
    (typed, faults): (&Typed, &[Fault]),
) -> Result<Markup, WebError> {
    let here = present.member.organisation.id;
    let mut found = incidents::list(app.tools.db.read(), here, before, PAGE + 1).await?;
    let has_more = found.len() as u64 > PAGE;
    found.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let mut rows = Vec::new();
    for incident in found {
        if let Some((_, report)) = entries(&app.desk(), incident.id).await?.pop() {
            rows.push((incident, report));
        }
    }
    Ok(Index { app, present, rows: &rows, has_more, typed, faults }.markup())
}

pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    present.must_here(&app, Act::KeepIncidents).await?;
    index_page(&app, &present, asked.before, (&Typed::default(), &[])).await
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    present.must_here(&app, Act::KeepIncidents).await?;
    let typed = typed(&mut fields);
    match typed.parse() {
        Ok(new) => {
            let member = &present.member;
            let id = report::report(&app.desk(), &member.organisation, member.account.id, &new).await?;
            Ok(Redirect::to(&paths::studio_incident(id)).into_response())
        }
        Err(faults) => {
            let page = index_page(&app, &present, None, (&typed, &faults)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// The incident of an address, to those who may keep the register of its organisation.
async fn found(app: &App, present: &Present, id: &str) -> Result<Incident, WebError> {
    present.must_here(app, Act::KeepIncidents).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let incident = incidents::find(app.tools.db.read(), id).await?.ok_or(WebError::NotFound)?;
    present.must(app, Act::KeepIncidents, incident.organisation).await?;
    Ok(incident)
}

pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Markup, WebError> {
    let incident = found(&app, &present, &id).await?;
    let written = entries(&app.desk(), incident.id).await?;
    let typed = written.last().map(|(_, report)| Typed::of(report)).unwrap_or_default();
    let page = Show { app: &app, present: &present, incident, entries: &written, typed: &typed, faults: &[] };
    Ok(page.markup())
}

/// What is known by now, beside what was written before.
pub async fn add(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let incident = found(&app, &present, &id).await?;
    let typed = typed(&mut fields);
    match typed.parse() {
        Ok(new) => {
            report::add(&app.desk(), incident.id, present.member.account.id, &new).await?;
            Ok(Redirect::to(&paths::studio_incident(incident.id)).into_response())
        }
        Err(faults) => {
            let written = entries(&app.desk(), incident.id).await?;
            let page = Show {
                app: &app,
                present: &present,
                incident,
                entries: &written,
                typed: &typed,
                faults: &faults,
            };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response())
        }
    }
}

/// The whole register as a table, every entry a line.
pub async fn file(State(app): State<Arc<App>>, present: Present) -> Result<Response, WebError> {
    present.must_here(&app, Act::KeepIncidents).await?;
    let (here, by) = (present.member.organisation.id, present.member.account.id);
    let all = export::export(&app.desk(), here, by).await?;
    let mut rows = vec![views::columns(present.lang)];
    rows.extend(
        all.iter().map(|(incident, entry, report)| views::line(present.lang, *incident, entry, report)),
    );
    Ok(sheet::file("incidents.csv", rows))
}
