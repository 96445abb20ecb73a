//! What is done with a delivery, a button at a time.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::show::refused;
use super::views::show::Fault;
use super::{Found, found};
use crate::actions::deliveries::{self, DeliveryError};
use crate::app::App;
use crate::domain::delivery::Paper;
use crate::domain::role::Act;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

type Of = Path<(String, String)>;

fn back(found: &Found) -> Response {
    Redirect::to(&paths::studio_delivery(&found.campaign.slug, found.delivery.number)).into_response()
}

/// Done, or pressed twice or by two: the page says where it stands.
pub(super) async fn answer(
    app: &App,
    present: &Present,
    found: &Found,
    done: Result<(), DeliveryError>,
) -> Result<Response, WebError> {
    let fault = match done {
        Ok(()) | Err(DeliveryError::MovedOn) => return Ok(back(found)),
        Err(DeliveryError::Nothing) => Fault::Nothing,
        Err(DeliveryError::AnotherIsFreezing) => Fault::AnotherIsFreezing,
        Err(DeliveryError::NotApproved) => Fault::NotApproved,
        Err(DeliveryError::Paper) => Fault::Paper,
        Err(DeliveryError::NoPackage) => Fault::NoPackage,
        Err(DeliveryError::Forgotten) => Fault::Forgotten,
        Err(DeliveryError::Fetched) => Fault::Fetched,
        Err(error) => return Err(error.into()),
    };
    refused(app, present, found, fault).await
}

/// Which paper goes along.
pub async fn papers(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Of,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let papers: Option<Vec<_>> =
        fields.take_marked("paper-").iter().map(|typed| Paper::parse(typed)).collect();
    let papers = papers.ok_or(WebError::NotFound)?;
    let done = deliveries::go_along(&app.desk(), found.on(&present), &papers).await;
    answer(&app, &present, &found, done).await
}

pub async fn freeze(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Of,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let done = deliveries::freeze(&app.desk(), &found.campaign, found.on(&present)).await;
    if let Ok(count) = &done {
        app.hub.moved(count.as_slice(), app.tools.clock.now());
    }
    answer(&app, &present, &found, done.map(|_| ())).await
}

pub async fn approve(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Of,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::ApproveDeliveries).await?;
    let account = present.member.account.id;
    let done = deliveries::approve(&app.desk(), found.on(&present), account).await;
    answer(&app, &present, &found, done).await
}

/// Asks for the package anew.
pub async fn package(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Of,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let done = deliveries::request(&app.desk(), found.on(&present)).await;
    answer(&app, &present, &found, done.map(|_| ())).await
}

pub async fn stop(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Of,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let done = deliveries::stop(&app.desk(), found.on(&present)).await;
    answer(&app, &present, &found, done).await
}

pub async fn cancel(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Of,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let done = deliveries::cancel(&app.desk(), found.on(&present)).await;
    answer(&app, &present, &found, done).await
}
