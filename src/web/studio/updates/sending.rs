use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::views::sending::{Page, Reach};
use super::{Found, found};
use crate::actions::bulletins::BulletinError;
use crate::actions::bulletins::{send, steer};
use crate::app::App;
use crate::domain::account::Organisation;
use crate::paths;
use crate::storage::{audience, consents, mailings, organisations};
use crate::web::error::WebError;
use crate::web::studio::member::Present;

fn path_of(found: &Found) -> String {
    paths::studio_update_part(&found.campaign.slug, found.bulletin.number, "sending")
}

async fn organisation(app: &App, found: &Found) -> Result<Organisation, WebError> {
    let organisation = organisations::find(app.tools.db.read(), found.campaign.organisation).await?;
    organisation.ok_or(WebError::NotFound)
}

async fn page(app: &App, present: &Present, found: &Found) -> Result<Markup, WebError> {
    let (db, campaign, bulletin) = (app.tools.db.read(), &*found.campaign, &found.bulletin);
    let organisation = organisation(app, found).await?;
    let address = organisation.address_or(&app.tools.settings.operator.address);
    let reach = match mailings::find(db, campaign.id, bulletin.number).await? {
        None => Reach::Would(audience::count(db, campaign.id).await?),
        Some(mailing) => {
            let left = consents::count_unsubscribed(db, campaign.id, mailing.started_at).await?;
            Reach::Begun(mailing, i64::try_from(left).unwrap_or(i64::MAX))
        }
    };
    Ok(Page { app, present, campaign, bulletin, address, reach: &reach }.markup())
}

/// To how many it would go, or how far it has gone. Before it goes, whoever sends it shows that it is them.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
) -> Result<Markup, WebError> {
    let found = found(&app, &present, &path).await?;
    let mailing = mailings::find(app.tools.db.read(), found.campaign.id, found.bulletin.number).await?;
    if mailing.is_none() {
        present.recently(&app, &path_of(&found))?;
    }
    page(&app, &present, &found).await
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path).await?;
    present.recently(&app, &path_of(&found))?;
    let organisation = organisation(&app, &found).await?;
    let operator = &app.tools.settings.operator.address;
    match send::send(&app.desk(), found.on(&present), &organisation, operator).await {
        // Pressed twice: the page says how far it has gone.
        Ok(()) | Err(BulletinError::Sent) => Ok(Redirect::to(&path_of(&found)).into_response()),
        Err(BulletinError::NoPostalAddress | BulletinError::NotPublished) => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&app, &present, &found).await?).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Back to how far it has gone; what had ended meanwhile is seen there.
fn back(found: &Found, done: Result<(), BulletinError>) -> Result<Response, WebError> {
    match done {
        Ok(()) | Err(BulletinError::Ended) => Ok(Redirect::to(&path_of(found)).into_response()),
        Err(error) => Err(error.into()),
    }
}

pub async fn pause(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path).await?;
    back(&found, steer::pause(&app.desk(), found.on(&present)).await)
}

pub async fn resume(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path).await?;
    let done = steer::resume(&app.desk(), found.on(&present)).await;
    app.mail_waits.notify_one();
    back(&found, done)
}

pub async fn cancel(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path).await?;
    back(&found, steer::cancel(&app.desk(), found.on(&present)).await)
}
