//! What is done with a report, a button at a time.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::show::refused;
use super::views::show::Fault;
use super::{Found, found};
use crate::actions::reports::{self, ReportError};
use crate::app::App;
use crate::domain::role::Act;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

type Of = Path<(String, String)>;

/// Done, or pressed twice or by two: the page says where it stands.
async fn answer(
    app: &App,
    present: &Present,
    found: &Found,
    done: Result<(), ReportError>,
) -> Result<Response, WebError> {
    let fault = match done {
        Ok(()) | Err(ReportError::MovedOn) => {
            let path = paths::studio_report(&found.campaign.slug, found.report.number);
            return Ok(Redirect::to(&path).into_response());
        }
        Err(ReportError::NoPostalAddress) => Fault::NoPostalAddress,
        Err(ReportError::NoReceiver) => Fault::NoReceiver,
        Err(ReportError::NoAddressee) => Fault::NoAddressee,
        Err(ReportError::NotPublic) => Fault::NotPublic,
        Err(ReportError::OwnReport) => Fault::OwnReport,
        Err(ReportError::Overtaken(_)) => Fault::Overtaken,
        Err(error) => return Err(error.into()),
    };
    refused(app, present, found, fault).await
}

/// That it tells what people wrote.
pub async fn approve(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Of,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path, Act::ApproveDeliveries).await?;
    let seen = (present.member.account.id, fields.take("revision").parse().unwrap_or(0));
    let done = reports::approve(&app.desk(), &found.campaign, found.on(&present), seen).await;
    answer(&app, &present, &found, done).await
}

/// For the first time, or again.
pub async fn switch_on(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Of,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path, Act::MakeDeliveries).await?;
    let of = (&*found.campaign, &present.member.organisation);
    let operator = &app.tools.settings.operator.address;
    let done = reports::switch_on(&app.desk(), of, operator, found.on(&present)).await;
    answer(&app, &present, &found, done).await
}

pub async fn pause(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Of,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path, Act::MakeDeliveries).await?;
    let done = reports::pause(&app.desk(), found.on(&present)).await;
    answer(&app, &present, &found, done).await
}

pub async fn end(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Of,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path, Act::MakeDeliveries).await?;
    let done = reports::end(&app.desk(), found.on(&present)).await;
    answer(&app, &present, &found, done).await
}

/// Sends it as it would be now to whoever asks, and to nobody else.
pub async fn try_out(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Of,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path, Act::MakeDeliveries).await?;
    let (organisation, account) = (&present.member.organisation, present.member.account.id);
    let of = (&*found.campaign, organisation, &app.tools.settings.operator);
    match reports::try_out(&app.desk(), of, found.on(&present), account).await {
        Ok(()) => {
            app.mail_waits.notify_one();
            let path = paths::studio_report(&found.campaign.slug, found.report.number);
            Ok(Redirect::to(&format!("{path}?done=try")).into_response())
        }
        done => answer(&app, &present, &found, done).await,
    }
}
