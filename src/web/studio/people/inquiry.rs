use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::Markup;

use super::super::member::Present;
use super::views::inquiry::{Closed, Page};
use super::{found, open};
use crate::actions::people::close as closing;
use crate::actions::people::look::look;
use crate::actions::people::scans::find_scanned;
use crate::app::App;
use crate::domain::inquiry::Outcome;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;

/// What is held about whoever asks. Each look is on record; of a case that is closed only its dates are shown.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Markup, WebError> {
    let inquiry = found(&app, &present, &id).await?;
    if inquiry.done.is_some() {
        return Ok(Closed { app: &app, present: &present, inquiry: &inquiry }.markup());
    }
    let (asker, held) = look(&app.desk(), &inquiry, present.member.account.id).await?;
    let scanned = find_scanned(&app.desk(), &held).await?;
    let held = super::views::with_words(held);
    let page = Page {
        app: &app,
        present: &present,
        inquiry: &inquiry,
        asker: &asker,
        held: &held,
        scanned: &scanned,
    };
    Ok(page.markup())
}

pub async fn close(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Redirect, WebError> {
    let inquiry = open(&app, &present, &id).await?;
    let outcome = Outcome::parse(&fields.take("outcome")).ok_or(WebError::BadRequest)?;
    closing::close(&app.desk(), &inquiry, present.member.account.id, outcome).await?;
    Ok(Redirect::to(paths::STUDIO_PEOPLE))
}
