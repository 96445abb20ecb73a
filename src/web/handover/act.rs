use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::Here;
use super::views::Fault;
use crate::actions::deliveries::hand_over::{Entered, acknowledge as acknowledging, enter as entering};
use crate::actions::deliveries::{DeliveryError, Taker, begin_fetch, open_fetch};
use crate::app::App;
use crate::domain::moment::DAY;
use crate::paths;
use crate::storage::deliveries::approvals;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::{cookies, resumable};

fn back(here: &Here) -> Response {
    Redirect::to(&paths::handover_in(&here.token, here.lang)).into_response()
}

/// Somebody types the passphrase.
pub async fn enter(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    headers: HeaderMap,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &token, &headers, &fields.take("lang")).await?;
    match entering(&app.desk(), here.claims, &fields.take("passphrase")).await? {
        Entered::In(kept) => {
            let mut response = back(&here);
            response.headers_mut().append(header::SET_COOKIE, cookies::keep_handover(&app, &kept));
            Ok(response)
        }
        Entered::Wrong => here.page(&app, Some(Fault::Wrong)).await,
        Entered::Locked(until) => here.page(&app, Some(Fault::Locked(until))).await,
        Entered::Over => Err(WebError::LinkOver),
    }
}

/// The office begins to fetch its package, and with that has been handed it.
pub async fn fetch(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    headers: HeaderMap,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &token, &headers, &fields.take("lang")).await?;
    here.must_be_in()?;
    let package = match here.ready(&app).await? {
        Ok(package) => package,
        Err(missing) => return here.page(&app, Some(Fault::NoPackage(missing))).await,
    };
    match begin_fetch(&app.desk(), here.on(), package.id, Taker::Office).await {
        Ok(fetch) => {
            app.refresh().await?;
            Ok(Redirect::to(&paths::handover_fetch(&here.token, fetch.id)).into_response())
        }
        // Somebody in it left in this very moment: the page says what comes of it.
        Err(DeliveryError::NoPackage) => Ok(back(&here)),
        Err(error) => Err(error.into()),
    }
}

/// The package; what was cut off goes on where it was.
pub async fn package(
    State(app): State<Arc<App>>,
    Path((token, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &token, &headers, "").await?;
    here.must_be_in()?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let fetch = approvals::find_fetch(app.tools.db.read(), id).await?;
    let is_theirs = |fetch: &approvals::Fetch| {
        (fetch.campaign, fetch.delivery) == here.on().of
            && fetch.account.is_none()
            && app.tools.clock.now() < fetch.at + DAY
    };
    let fetch = fetch.filter(is_theirs).ok_or(WebError::NotFound)?;
    let fetching = open_fetch(&app.desk(), &fetch, &here.visit.delivery.to.name).await?;
    let name = format!("{}-delivery-{}.zip", here.campaign.slug, here.visit.delivery.number);
    Ok(resumable::send(&app, fetching, &headers, (&name, &id.simple().to_string())))
}

/// The office says that it has it.
pub async fn acknowledge(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    headers: HeaderMap,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &token, &headers, &fields.take("lang")).await?;
    here.must_be_in()?;
    match acknowledging(&app.desk(), here.on(), &fields.take("by")).await {
        Ok(true) => {
            app.refresh().await?;
            Ok(back(&here))
        }
        Ok(false) => here.page(&app, Some(Fault::By)).await,
        // Pressed twice, or by two: the page says who has.
        Err(DeliveryError::MovedOn) => Ok(back(&here)),
        Err(error) => Err(error.into()),
    }
}
