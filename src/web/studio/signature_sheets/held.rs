use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::Here;
use super::views::held::{Checked, Page};
use crate::actions::signature_sheets::{check as checking, look_at_held};
use crate::app::App;
use crate::domain::ledger::row::State as Stand;
use crate::paths;
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// How many of each kind a page shows.
const PAGE: u64 = 100;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// How many rows count otherwise since they were compared again just now.
    checked: Checked,
}

/// The rows that do not stand, and wait for somebody.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let doubtful = look_at_held(&app.desk(), here.keeper(), (Stand::Doubtful, PAGE)).await?;
    let repeats = look_at_held(&app.desk(), here.keeper(), (Stand::Repeat, PAGE)).await?;
    let page = Page {
        app: &app,
        present: &present,
        campaign: &here.campaign,
        doubtful: &doubtful,
        repeats: &repeats,
        most: PAGE,
        checked: asked.checked,
    };
    Ok(page.markup())
}

/// Compares all rows again with who has signed since.
pub async fn check(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let (changed, count) = checking(&app.desk(), here.keeper()).await?;
    app.hub.moved(count.as_slice(), app.tools.clock.now());
    let held = paths::studio_sheets_part(&slug, "held");
    Ok(Redirect::to(&format!("{held}?checked={changed}")).into_response())
}
