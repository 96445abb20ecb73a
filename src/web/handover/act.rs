use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::Here;
use super::views::Fault;
use crate::actions::deliveries::hand_over::{Entered, acknowledge as acknowledging, enter as entering, stay};
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

/// Lets a browser keep that the passphrase was typed in it.
fn keeping(app: &App, here: &Here, kept: &str, mut response: Response) -> Response {
    let cookie = cookies::keep_handover(app, &here.token, kept);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// Whoever loads anew what a form led to comes back to the link.
pub async fn lead_back(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    Ok(back(&Here::find(&app, &token, &headers, "").await?))
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
        Entered::In(kept) => Ok(keeping(&app, &here, &kept, back(&here))),
        Entered::Wrong => here.page(&app, Some(Fault::Wrong)).await,
        Entered::Locked(until) => here.page(&app, Some(Fault::Locked(until))).await,
        Entered::Over => Err(WebError::HandoverOver),
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
    if !here.is_in {
        return Ok(back(&here));
    }
    let package = match here.ready(&app).await? {
        Ok(package) => package,
        Err(missing) => return here.page(&app, Some(Fault::NoPackage(missing))).await,
    };
    match begin_fetch(&app.desk(), here.on(), package.id, Taker::Office).await {
        Ok(fetch) => {
            app.refresh().await?;
            let response = Redirect::to(&paths::handover_fetch(&here.token, fetch.id)).into_response();
            // Whoever begins to fetch late can go on for as long as others.
            Ok(keeping(&app, &here, &stay(&app.desk(), &here.visit.handover), response))
        }
        // Somebody in it left in this very moment, or more must approve: the page says what comes of it.
        Err(DeliveryError::NoPackage | DeliveryError::NotApproved) => Ok(back(&here)),
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
    if !here.is_in {
        return Ok(back(&here));
    }
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let fetch = approvals::find_fetch(app.tools.db.read(), id).await?;
    let is_theirs = |fetch: &approvals::Fetch| {
        (fetch.campaign, fetch.delivery) == here.on().of && fetch.account.is_none()
    };
    let fetch = fetch.filter(is_theirs).ok_or(WebError::NotFound)?;
    let anew = || Ok(Redirect::to(&paths::handover_anew(&here.token, here.lang)).into_response());
    if app.tools.clock.now() >= fetch.at + DAY {
        return anew();
    }
    let fetching = match open_fetch(&app.desk(), &fetch, &here.visit.delivery.to.name).await {
        Ok(fetching) => fetching,
        // Somebody in it has left since.
        Err(DeliveryError::NoPackage) => return anew(),
        Err(error) => return Err(error.into()),
    };
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
    if !here.is_in {
        return Ok(back(&here));
    }
    let by = fields.take("by");
    match acknowledging(&app.desk(), here.on(), &by).await {
        Ok(true) => {
            app.refresh().await?;
            Ok(back(&here))
        }
        Ok(false) => here.page(&app, Some(Fault::By(by))).await,
        // Pressed twice, or by two: the page says who has.
        Err(DeliveryError::MovedOn) => Ok(back(&here)),
        Err(error) => Err(error.into()),
    }
}
