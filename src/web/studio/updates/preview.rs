use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::views::preview::{Fault, Page};
use super::{Found, found};
use crate::actions::bulletins::publish::publish as publishing;
use crate::actions::bulletins::rehearse::rehearse;
use crate::actions::bulletins::{BulletinError, On};
use crate::app::App;
use crate::paths;
use crate::storage::bulletins;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

async fn page(
    app: &App,
    present: &Present,
    found: &Found,
    (fault, done): (Option<Fault>, &str),
) -> Result<Markup, WebError> {
    let (campaign, bulletin, outdated) = (&*found.campaign, &found.bulletin, &*found.outdated);
    let published = bulletins::find_published(app.tools.db.read(), campaign.id, bulletin.number).await?;
    let published = published.as_ref();
    let page = Page { app, present, campaign, bulletin, outdated, published, fault, done };
    Ok(page.markup())
}

/// The draft as it would stand on its page and in a mail.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let found = found(&app, &present, &path).await?;
    page(&app, &present, &found, (None, &asked.done)).await
}

/// Why it was not done, as far as whoever asked can mend it.
fn fault(error: BulletinError) -> Result<(StatusCode, Fault), WebError> {
    match error {
        BulletinError::NotWhole => Ok((StatusCode::UNPROCESSABLE_ENTITY, Fault::NotWhole)),
        BulletinError::Unchanged => Ok((StatusCode::UNPROCESSABLE_ENTITY, Fault::Unchanged)),
        BulletinError::Overtaken(_) => Ok((StatusCode::CONFLICT, Fault::Overtaken)),
        error => Err(error.into()),
    }
}

async fn answer(
    app: &App,
    present: &Present,
    found: &Found,
    (done, what): (Result<(), BulletinError>, &str),
) -> Result<Response, WebError> {
    match done.map_err(fault) {
        Ok(()) => {
            let path = paths::studio_update_part(&found.campaign.slug, found.bulletin.number, "preview");
            Ok(Redirect::to(&format!("{path}?done={what}")).into_response())
        }
        Err(refused) => {
            let (status, fault) = refused?;
            Ok((status, page(app, present, found, (Some(fault), "")).await?).into_response())
        }
    }
}

/// Sends the draft to whoever asks, and to nobody else.
pub async fn test(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path).await?;
    let done = rehearse(&app.desk(), found.on(&present)).await.map(|_| app.mail_waits.notify_one());
    answer(&app, &present, &found, (done, "test")).await
}

/// Publishes the draft that was looked at, as page and in the feed.
pub async fn publish(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path).await?;
    let revision = fields.take("revision").parse().map_err(|_| WebError::BadRequest)?;
    let on: On = found.on(&present);
    let done = publishing(&app.desk(), on, revision).await;
    if done.is_ok() {
        app.refresh().await?;
    }
    answer(&app, &present, &found, (done, "publication")).await
}
