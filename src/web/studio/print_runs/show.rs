use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use uuid::Uuid;

use super::views::show::{Fault, Page};
use super::{Found, found};
use crate::actions::print_runs::{self as runs, PrintError};
use crate::app::App;
use crate::domain::print_run::Stage;
use crate::paths;
use crate::storage::print_runs::{cards, printings};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::days::on_day;
use crate::web::studio::member::Present;

async fn page(app: &App, present: &Present, found: &Found, fault: Option<Fault>) -> Result<Markup, WebError> {
    let (db, run) = (app.tools.db.read(), &found.run);
    let printings = printings::list(db, run.campaign, run.number).await?;
    let left = cards::count_left(db, run.campaign, run.number).await?;
    let designs = cards::count_designs(db, run.campaign, run.number).await?;
    let designs: Vec<Uuid> = designs.into_iter().map(|(design, _)| design).collect();
    let page = Page {
        app,
        present,
        campaign: &found.campaign,
        run,
        printings: &printings,
        left,
        designs: &designs,
        fault,
    };
    Ok(page.markup())
}

pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Markup, WebError> {
    let found = found(&app, &present, &slug, &number).await?;
    page(&app, &present, &found, None).await
}

fn back(found: &Found) -> Response {
    Redirect::to(&paths::studio_print_run(&found.campaign.slug, found.run.number)).into_response()
}

async fn refused(app: &App, present: &Present, found: &Found, fault: Fault) -> Result<Response, WebError> {
    let page = page(app, present, found, Some(fault)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// What happened to a run next.
pub async fn advance(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &slug, &number).await?;
    let Some(to) = Stage::parse(&fields.take("to")) else { return Err(WebError::NotFound) };
    let now = app.tools.clock.now();
    let Some(at) = on_day(&fields.take("day"), &present.zone(), now) else {
        return refused(&app, &present, &found, Fault::Day).await;
    };
    match runs::advance(&app.desk(), found.on(&present), to, (at, &fields.take("note"))).await {
        Ok(moved) => {
            app.hub.moved(moved.as_slice(), now);
            Ok(back(&found))
        }
        // Pressed twice, or by two: the page says where it stands.
        Err(PrintError::MovedOn) => Ok(back(&found)),
        Err(PrintError::GoesAlong(delivery)) => {
            refused(&app, &present, &found, Fault::GoesAlong(delivery)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Asks for a file of the run or of a part of it.
pub async fn print(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &slug, &number).await?;
    let (stock, first, last) = (fields.take("stock"), fields.take("first"), fields.take("last"));
    match runs::request(&app.desk(), found.on(&present), &stock, (&first, &last)).await {
        // Cancelled meanwhile: the page says so.
        Ok(_) | Err(PrintError::MovedOn) => Ok(back(&found)),
        Err(PrintError::Span(error)) => {
            refused(&app, &present, &found, Fault::Span { error, stock, first, last }).await
        }
        Err(PrintError::Stock) => Err(WebError::NotFound),
        Err(error) => Err(error.into()),
    }
}

pub async fn cancel(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number, id)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &slug, &number).await?;
    let id = found.printing(&app, &present, &id).await?;
    runs::cancel(&app.desk(), found.on(&present), id).await?;
    Ok(back(&found))
}
