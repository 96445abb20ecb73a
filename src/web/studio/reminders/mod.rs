//! Of what somebody who works here is reminded by mail: each chooses for themselves.

mod view;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::Markup;
use serde::Deserialize;

use super::member::Present;
use crate::actions::choose_reminders::choose_reminders;
use crate::actions::remind::by_default;
use crate::app::App;
use crate::paths;
use crate::storage::reminders::{self, Choice};
use crate::web::error::WebError;
use crate::web::form::Fields;

pub fn router() -> Router<Arc<App>> {
    Router::new().route(paths::STUDIO_REMINDERS, get(show).post(update))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let account = &present.member.account;
    let chosen = reminders::find_choice(app.tools.db.read(), account.id).await?;
    let chosen = chosen.unwrap_or_else(|| by_default(account.role, present.lang));
    Ok(view::page(&app, &present, chosen, asked.done == "saved"))
}

async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let chosen = Choice {
        milestones: fields.take("milestones") == "yes",
        dates: fields.take("dates") == "yes",
        follow_ups: fields.take("follow_ups") == "yes",
        lang: fields.take("lang").parse().unwrap_or(present.lang),
    };
    choose_reminders(&app.desk(), present.member.account.id, chosen).await?;
    Ok(Redirect::to(&format!("{}?done=saved", paths::STUDIO_REMINDERS)).into_response())
}
