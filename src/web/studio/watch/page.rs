use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::asked::Asked;
use super::figures::{Age, Figures, Standing};
use super::views::page::Page;
use crate::app::App;
use crate::domain::role::Act;
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
    present.must_own_slug(&app, Act::SeeFigures, &asked.with).await?;
    let figures = Figures::of(&app, &present, &campaign, &asked, Age::Now).await?;
    let status = if figures.refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let standing = Standing::of(&app, &campaign).await?;
    let page = Page {
        app: &app,
        present: &present,
        campaign: &campaign,
        standing,
        figures: &figures,
        asked: &asked,
    };
    Ok((status, page.markup()).into_response())
}
