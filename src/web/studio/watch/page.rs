use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::asked::{Asked, Beside};
use super::figures::{Standing, Story};
use super::views::page::Page;
use crate::app::App;
use crate::domain::role::Act;
use crate::domain::stretch::Stretch;
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// A campaign and what happens to it.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::SeeFigures).await?;
    let zone = present.zone();
    let now = app.tools.clock.now();
    let story = Story::of(&app, campaign.id).await?;
    let stretch = asked.stretch(&zone, story.first(now), now);
    let is_refused = stretch.is_none();
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let stretch = stretch.unwrap_or_else(|| Stretch::days(&zone, zone.day(now, -6), now));
    let beside = asked.beside(&app, &campaign);
    let other = match &beside {
        Beside::Campaign(other) => Some(Story::of(&app, other.id).await?),
        Beside::Nothing | Beside::Before => None,
    };
    let page = Page {
        app: &app,
        present: &present,
        campaign: &campaign,
        standing: Standing::of(&app, &campaign).await?,
        story: &story,
        zone: &zone,
        now,
        asked: &asked,
        stretch: &stretch,
        beside: &beside,
        other: other.as_ref(),
        is_refused,
    };
    Ok((status, page.markup()).into_response())
}
