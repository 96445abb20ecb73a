use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use uuid::Uuid;

use super::super::member::Present;
use super::views::erasure::Page;
use super::{chosen, open};
use crate::actions::people::erase::erase;
use crate::actions::people::look::look;
use crate::actions::people::scans::find_scanned;
use crate::app::App;
use crate::domain::inquiry::Inquiry;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;

async fn page(app: &App, present: &Present, inquiry: &Inquiry, is_refused: bool) -> Result<Markup, WebError> {
    let (_, held) = look(&app.desk(), inquiry, present.member.account.id).await?;
    let scanned = find_scanned(&app.desk(), &held).await?;
    Ok(Page { app, present, inquiry, held: &held, scanned: &scanned, is_refused }.markup())
}

/// How many of what would go, what would stay, and why.
pub async fn new(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Markup, WebError> {
    let inquiry = open(&app, &present, &id).await?;
    present.recently(&app, &paths::studio_inquiry_part(inquiry.id, "erasure"))?;
    page(&app, &present, &inquiry, false).await
}

/// Erases what is ticked, once it is also ticked that it cannot be undone.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let inquiry = open(&app, &present, &id).await?;
    present.recently(&app, &paths::studio_inquiry_part(inquiry.id, "erasure"))?;
    let chosen = chosen(&app, &present, &mut fields).await?;
    if chosen.is_empty() || fields.take("sure") != "yes" {
        let page = page(&app, &present, &inquiry, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let is_chosen = |row: Uuid| chosen.contains(&row);
    let moved = erase(&app.desk(), &inquiry, present.member.account.id, is_chosen).await?;
    app.hub.moved(&moved, app.tools.clock.now());
    Ok(Redirect::to(&paths::studio_inquiry(inquiry.id)).into_response())
}
