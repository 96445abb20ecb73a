use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::views::form::{Page, Trouble, Which};
use super::{Found, found};
use crate::actions::accounts::By;
use crate::actions::reports::{self as actions, ReportError, open_mailbox};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::report::{Fault, Report, State as Stand, Typed};
use crate::domain::role::Act;
use crate::paths;
use crate::storage::reports::{self, receivers};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

fn typed(fields: &mut Fields) -> Typed {
    Typed {
        to: fields.take("to"),
        partner: fields.take("partner"),
        level: fields.take("level"),
        emails: fields.take("emails"),
        lang: fields.take("lang"),
        rhythm: fields.take("rhythm"),
        weekday: fields.take("weekday"),
        day: fields.take("day"),
        hour: fields.take("hour"),
        intro: fields.take("intro"),
        skips: fields.take("skips") == "yes",
    }
}

/// What the form begins with.
fn blank(present: &Present) -> Typed {
    let text = str::to_owned;
    Typed {
        level: text("numbers"),
        lang: present.lang.code().to_owned(),
        rhythm: text("weekly"),
        weekday: text("1"),
        day: text("1"),
        hour: text("8"),
        skips: true,
        ..Typed::default()
    }
}

/// The addresses that get a report, as they were typed.
pub(super) async fn emails(app: &App, report: &Report) -> Result<Vec<String>, WebError> {
    let all = receivers::list(app.tools.db.read(), (report.campaign, report.number)).await?;
    let getting = all.iter().filter(|one| one.is_active());
    let opened = getting.map(|one| open_mailbox(&app.tools.vault, one).map(|mailbox| mailbox.email));
    Ok(opened.collect::<Result<_, _>>().map_err(ReportError::from)?)
}

async fn last(app: &App, campaign: &Campaign) -> Result<i32, WebError> {
    let all = reports::list(app.tools.db.read(), campaign.id).await?;
    Ok(all.first().map_or(0, |one| one.number))
}

pub async fn new(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::MakeDeliveries).await?;
    let which = Which::New { after: last(&app, &campaign).await? };
    let (typed, campaign) = (&blank(&present), &*campaign);
    Ok(Page { app: &app, present: &present, campaign, which, typed, trouble: None }.markup())
}

/// Why it was not saved, as far as whoever typed can mend it.
fn trouble(error: ReportError) -> Result<(StatusCode, Trouble), WebError> {
    match error {
        ReportError::Email(fault) => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Trouble::Faults(vec![Fault::Emails(fault)])))
        }
        ReportError::TooMany => Ok((StatusCode::UNPROCESSABLE_ENTITY, Trouble::TooMany)),
        ReportError::Overtaken(newest) => Ok((StatusCode::CONFLICT, Trouble::Overtaken(newest.revision))),
        error => Err(error.into()),
    }
}

/// Sets one up. It goes nowhere before it is switched on.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::MakeDeliveries).await?;
    let (typed, after) = (typed(&mut fields), fields.take("after").parse().unwrap_or(i32::MAX));
    let by = By::Account(present.member.account.id);
    let (status, trouble) = match typed.parse(&campaign.text.addressees, &app.tools.rules.email) {
        Ok((terms, addresses)) => {
            match actions::create(&app.desk(), &campaign, (&terms, &addresses), after, by).await {
                Ok(number) => {
                    return Ok(Redirect::to(&paths::studio_report(&slug, number)).into_response());
                }
                Err(error) => trouble(error)?,
            }
        }
        Err(faults) => (StatusCode::UNPROCESSABLE_ENTITY, Trouble::Faults(faults)),
    };
    let (which, trouble) = (Which::New { after }, Some(trouble));
    let page = Page { app: &app, present: &present, campaign: &campaign, which, typed: &typed, trouble };
    Ok((status, page.markup()).into_response())
}

fn back(found: &Found) -> Response {
    Redirect::to(&paths::studio_report(&found.campaign.slug, found.report.number)).into_response()
}

pub async fn edit(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path, Act::MakeDeliveries).await?;
    // What has ended is not changed any more.
    if found.report.state == Stand::Ended {
        return Ok(back(&found));
    }
    let typed = Typed::of(&found.report.terms, &emails(&app, &found.report).await?);
    let Found { campaign, report } = &found;
    let which = Which::Known { number: report.number, revision: report.revision };
    let page = Page { app: &app, present: &present, campaign, which, typed: &typed, trouble: None };
    Ok(page.markup().into_response())
}

/// Saves it. Whoever had an older one before them is told; what they typed is kept, and the next saving is theirs to decide.
pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path, Act::MakeDeliveries).await?;
    let Found { campaign, report } = &found;
    let typed = typed(&mut fields);
    let mut revision = fields.take("revision").parse().map_err(|_| WebError::BadRequest)?;
    let (status, trouble) = match typed.parse(&campaign.text.addressees, &app.tools.rules.email) {
        Ok((terms, addresses)) => {
            match actions::update(&app.desk(), found.on(&present), (&terms, &addresses), revision).await {
                Ok(()) | Err(ReportError::MovedOn) => return Ok(back(&found)),
                Err(error) => trouble(error)?,
            }
        }
        Err(faults) => (StatusCode::UNPROCESSABLE_ENTITY, Trouble::Faults(faults)),
    };
    if let Trouble::Overtaken(newest) = trouble {
        revision = newest;
    }
    let which = Which::Known { number: report.number, revision };
    let (typed, trouble) = (&typed, Some(trouble));
    let page = Page { app: &app, present: &present, campaign, which, typed, trouble };
    Ok((status, page.markup()).into_response())
}
