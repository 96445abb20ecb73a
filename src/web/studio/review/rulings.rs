use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use uuid::Uuid;

use super::form::{Fault, Typed};
use super::views::new_ruling;
use super::views::ruling::Page;
use super::views::rulings::{List, Row};
use super::{Colleagues, actor};
use crate::actions::ActionError;
use crate::actions::review::Order;
use crate::actions::review::run;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::condition::Condition;
use crate::domain::moment::{HOUR, Moment};
use crate::domain::role::Act;
use crate::domain::ruling::Ruling;
use crate::paths;
use crate::storage::rulings;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

const PAGE: u64 = 50;

/// All that was ruled, newest first.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeSignatures).await?;
    let before: Option<Uuid> = query.get("before").and_then(|before| before.parse().ok());
    let found = rulings::list(app.tools.db.read(), campaign.id, before, PAGE).await?;
    let next = found.last().filter(|_| found.len() as u64 == PAGE).map(|ruling| ruling.id);
    let colleagues = Colleagues::of(&app, &present).await?;
    let row = |ruling: Ruling| Row { by: colleagues.name(&ruling.actor).to_owned(), ruling };
    let rows: Vec<Row> = found.into_iter().map(row).collect();
    Ok(List { app: &app, present: &present, campaign: &campaign, rows: &rows, next }.markup())
}

async fn preview(
    app: &App,
    present: &Present,
    (campaign, condition): (&Campaign, &Condition),
    (typed, faults): (&Typed, &[Fault]),
) -> Result<Response, WebError> {
    let desk = app.desk();
    let counted = run::preview(&desk, campaign.id, condition, desk.now).await?;
    let page = new_ruling::Page {
        app,
        present,
        campaign,
        condition,
        counted: &counted,
        frozen_at: desk.now,
        typed,
        faults,
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page.markup()).into_response())
}

/// How many meet a condition, and what to do with them.
pub async fn new(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeSignatures).await?;
    let condition = Condition::parse(&present.zone(), |name| query.get(name).cloned().unwrap_or_default());
    let condition = condition.map_err(|_| WebError::BadRequest)?;
    preview(&app, &present, (&campaign, &condition), (&Typed::default(), &[])).await
}

/// When the preview was made. A form of more than an hour ago, or of the future, was not seen by whoever posts it.
fn seen_at(typed: &str, now: Moment) -> Option<Moment> {
    let at = Moment(typed.parse().ok()?);
    (now - HOUR <= at && at <= now).then_some(at)
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeSignatures).await?;
    let condition = Condition::read(&fields.take("condition")).map_err(|_| WebError::BadRequest)?;
    let (typed, desk) = (Typed::from(&mut fields), app.desk());
    let (judgement, ground, note) = match typed.parse() {
        Ok(parsed) => parsed,
        Err(faults) => return preview(&app, &present, (&campaign, &condition), (&typed, &faults)).await,
    };
    let expected = fields.take(&format!("expected_{}", judgement.as_str())).parse().unwrap_or(0);
    let actor = actor(&present);
    let order = Order { campaign: campaign.id, judgement, ground, note: &note, actor: &actor };
    let begun = match seen_at(&fields.take("frozen_at"), desk.now) {
        Some(at) => run::begin(&desk, order, &condition, (at, expected)).await?,
        None => None,
    };
    match begun {
        Some(id) => Ok(Redirect::to(&paths::studio_ruling(&slug, id)).into_response()),
        None => preview(&app, &present, (&campaign, &condition), (&typed, &[Fault::Overtaken])).await,
    }
}

/// The campaign and the ruling of an address, to those who judge there.
async fn found(
    app: &App,
    present: &Present,
    (slug, id): &(String, String),
) -> Result<(Arc<Campaign>, Ruling), WebError> {
    let campaign = present.campaign(app, slug, Act::JudgeSignatures).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let Some(ruling) = rulings::find(app.tools.db.read(), campaign.id, id).await? else {
        present.must_own(app, Act::JudgeSignatures, &[id]).await?;
        return Err(WebError::NotFound);
    };
    Ok((campaign, ruling))
}

pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
) -> Result<Markup, WebError> {
    let (campaign, ruling) = found(&app, &present, &path).await?;
    let colleagues = Colleagues::of(&app, &present).await?;
    let by = colleagues.name(&ruling.actor);
    Ok(Page { app: &app, present: &present, campaign: &campaign, ruling: &ruling, by }.markup())
}

/// Back to the ruling. What is over already needs no more.
fn to_ruling(campaign: &Campaign, id: Uuid, done: Result<(), ActionError>) -> Result<Redirect, WebError> {
    match done {
        Ok(()) | Err(ActionError::Gone) => Ok(Redirect::to(&paths::studio_ruling(&campaign.slug, id))),
        Err(error) => Err(error.into()),
    }
}

pub async fn cancel(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
) -> Result<Redirect, WebError> {
    let (campaign, ruling) = found(&app, &present, &path).await?;
    let done = run::cancel(&app.desk(), campaign.id, ruling.id, &actor(&present)).await;
    to_ruling(&campaign, ruling.id, done)
}

pub async fn undo(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
) -> Result<Redirect, WebError> {
    let (campaign, ruling) = found(&app, &present, &path).await?;
    let done = run::take_back(&app.desk(), campaign.id, ruling.id, &actor(&present)).await;
    to_ruling(&campaign, ruling.id, done)
}
