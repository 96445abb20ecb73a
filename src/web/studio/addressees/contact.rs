//! Who was met, called or written to, and when the team comes back to an addressee.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::show::refused;
use super::views::show::Trouble;
use super::{Here, on, today};
use crate::actions::accounts::By;
use crate::actions::follow_up;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::contact::{FollowUp, Form};
use crate::domain::role::Act;
use crate::paths;
use crate::storage::contacts;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

fn back(campaign: &Campaign, key: &str) -> Response {
    Redirect::to(&paths::studio_addressee(&campaign.slug, key)).into_response()
}

/// Writes down that the team had to do with the office.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    here.addressee(&key)?;
    let mut take = |name| fields.take(name);
    let form = Form { means: take("means"), day: take("day"), with: take("with"), note: take("note") };
    match form.parse(&today(&app, &present)) {
        Ok(new) => {
            follow_up::note(&app.desk(), on(&here.campaign, &key, &present), &new).await?;
            Ok(back(&here.campaign, &key))
        }
        Err(faults) => refused(&app, &present, (&here, &key), &Trouble::Contact(form, faults)).await,
    }
}

/// Deletes what was written down by mistake.
pub async fn destroy(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::FollowUp).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let found = contacts::find(app.tools.db.read(), id).await?;
    let belongs = found.as_ref().map(|one| one.campaign);
    present.must_belong(&app, Act::FollowUp, &campaign, belongs).await?;
    let one = found.ok_or(WebError::NotFound)?;
    present.recently(&app, &paths::studio_addressee(&slug, &one.key))?;
    follow_up::remove(&app.desk(), By::Account(present.member.account.id), &one).await?;
    Ok(back(&campaign, &one.key))
}

/// Sets the day on which the team is reminded of the addressee.
pub async fn follow_up(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    here.addressee(&key)?;
    let typed = fields.take("due");
    match FollowUp::parse_due(&typed, &today(&app, &present)) {
        Some(due) => {
            follow_up::follow_up(&app.desk(), on(&here.campaign, &key, &present), due).await?;
            Ok(back(&here.campaign, &key))
        }
        None => refused(&app, &present, (&here, &key), &Trouble::Due(typed)).await,
    }
}

pub async fn follow_up_no_more(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    here.addressee(&key)?;
    follow_up::follow_up_no_more(&app.desk(), on(&here.campaign, &key, &present)).await?;
    Ok(back(&here.campaign, &key))
}
