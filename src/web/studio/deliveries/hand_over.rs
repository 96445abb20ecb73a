//! A delivery leaves the house.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::act::answer;
use super::found;
use super::show::refused;
use super::views::link::Made;
use super::views::show::Fault;
use crate::actions::deliveries::DeliveryError;
use crate::actions::deliveries::hand_over::{self, Fault as StepFault, Typed};
use crate::actions::deliveries::hand_over::{find_photo, make_link, revoke_link, write_step};
use crate::actions::pictures::develop::{Unusable, develop};
use crate::app::App;
use crate::domain::role::Act;
use crate::storage::deliveries::steps;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::days::on_day;
use crate::web::studio::member::Present;
use crate::web::upload::Upload;

type Of = Path<(String, String)>;

/// Makes the link, and shows it and its passphrase this once.
pub async fn link(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Of,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let days: u32 = fields.take("days").parse().map_err(|_| WebError::BadRequest)?;
    let account = Some(present.member.account.id);
    match make_link(&app.desk(), &found.campaign, found.on(&present), days, account).await {
        Ok(link) => {
            let (campaign, delivery) = (&*found.campaign, &found.delivery);
            let made = Made { app: &app, present: &present, campaign, delivery, link: &link };
            Ok(made.markup().into_response())
        }
        Err(error) => answer(&app, &present, &found, Err(error)).await,
    }
}

pub async fn revoke(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Of,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let done = revoke_link(&app.desk(), found.on(&present)).await;
    answer(&app, &present, &found, done).await
}

/// Writes down that it was handed over, or acknowledged, with a photo where there is one.
pub async fn write(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Of,
    request: Request,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let mut sent = Upload::read(request, &app, app.tools.settings.uploads.picture_bytes).await?;
    let mut take = |name| sent.take(name);
    let typed = Typed {
        stage: take("stage"),
        way: take("way"),
        day: take("day"),
        by: take("by"),
        note: take("note"),
    };
    let clocks = present.zone();
    let at = on_day(&typed.day, &clocks, app.tools.clock.now());
    let step = match typed.parse(at) {
        Ok(step) => step,
        Err(faults) => return refused(&app, &present, &found, Fault::Step(typed, faults)).await,
    };
    let photo = match photo_of(std::mem::take(&mut sent.file)).await {
        Ok(photo) => photo,
        Err(unusable) => return refused(&app, &present, &found, Fault::Photo(typed, unusable)).await,
    };
    let done = write_step(&app.desk(), found.on(&present), (&step, &clocks), photo.as_deref()).await;
    if matches!(done, Err(DeliveryError::TooEarly)) {
        let fault = Fault::Step(typed, vec![StepFault::TooEarly]);
        return refused(&app, &present, &found, fault).await;
    }
    if done.is_ok() {
        app.refresh().await?;
    }
    answer(&app, &present, &found, done).await
}

/// The photo as it is kept: the largest copy, without what the camera wrote beside it.
async fn photo_of(file: Vec<u8>) -> Result<Option<Vec<u8>>, Unusable> {
    if file.is_empty() {
        return Ok(None);
    }
    Ok(develop(file).await?.pop().map(|copy| copy.bytes))
}

/// Takes back what was written down by mistake.
pub async fn take_back(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Of,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let done = hand_over::take_back(&app.desk(), found.on(&present)).await;
    app.refresh().await?;
    answer(&app, &present, &found, done).await
}

/// The photo of a stamped copy.
pub async fn photo(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number, id)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::MakeDeliveries).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let step = steps::find(app.tools.db.read(), id).await?;
    let belongs = step.as_ref().map(|step| step.campaign);
    present.must_belong(&app, Act::MakeDeliveries, &found.campaign, belongs).await?;
    step.filter(|step| step.delivery == found.delivery.number).ok_or(WebError::NotFound)?;
    let photo = find_photo(&app.desk(), id).await?.ok_or(WebError::NotFound)?;
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, photo).into_response())
}
