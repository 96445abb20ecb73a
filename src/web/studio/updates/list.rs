use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::views::list::Page;
use crate::actions::bulletins::write::begin;
use crate::app::App;
use crate::domain::bulletin::Wording;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::{bulletins, mailings};
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// How many updates a page lists.
const PAGE: u64 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    before: String,
}

/// The updates of a campaign, newest first.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::SendUpdates).await?;
    let db = app.tools.db.read();
    let before = asked.before.parse().unwrap_or(i16::MAX);
    let all = bulletins::list(db, campaign.id, before, PAGE).await?;
    let mailings = mailings::list(db, campaign.id).await?;
    let has_more = all.len() as u64 == PAGE;
    Ok(Page { app: &app, present: &present, campaign: &campaign, all: &all, mailings: &mailings, has_more }
        .markup())
}

/// Begins one, and leads to where it is written.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::SendUpdates).await?;
    let by = Some(present.member.account.id);
    let number = begin(&app.desk(), campaign.id, &Wording::default(), by).await?;
    Ok(Redirect::to(&paths::studio_update(&slug, number)).into_response())
}
