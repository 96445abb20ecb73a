use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::super::member::Present;
use super::views::{Fault, Page};
use crate::actions::retention::outlook::outlook;
use crate::actions::retention::set_term::set_term;
use crate::actions::retention::tell_delivery::tell_delivery;
use crate::app::App;
use crate::domain::date::PartialDate;
use crate::domain::moment::{DAY, Moment};
use crate::domain::retention::Term;
use crate::domain::role::Act;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;

async fn page(app: &App, present: &Present, fault: Option<Fault>) -> Result<Markup, WebError> {
    let (settings, here) = (&app.tools.settings.retention, present.member.organisation.id);
    let outlook = outlook(&app.desk(), settings, here).await?;
    Ok(Page { app, present, outlook: &outlook, fault }.markup())
}

async fn refused(app: &App, present: &Present, fault: Fault) -> Result<Response, WebError> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(app, present, Some(fault)).await?).into_response())
}

pub async fn show(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    present.must_here(&app, Act::ManageOrganisation).await?;
    page(&app, &present, None).await
}

/// Days of one's own, fewer than the installation's; none: as long as the installation.
fn days(typed: &str, most: u32) -> Result<Option<u32>, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let days: u32 = typed.parse().map_err(|_| Fault::Days)?;
    if (1..=most).contains(&days) { Ok((days < most).then_some(days)) } else { Err(Fault::Days) }
}

pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    present.must_here(&app, Act::ManageOrganisation).await?;
    present.recently(&app, paths::STUDIO_RETENTION)?;
    let settings = &app.tools.settings.retention;
    let signers = days(&fields.take(Term::Signers.as_str()), settings.signers);
    let consents = days(&fields.take(Term::Consents.as_str()), settings.consents);
    let (Ok(signers), Ok(consents)) = (signers, consents) else {
        return refused(&app, &present, Fault::Days).await;
    };
    let (here, by) = (present.member.organisation.id, present.member.account.id);
    for term in [(Term::Signers, signers), (Term::Consents, consents)] {
        set_term(&app.desk(), here, by, term).await?;
    }
    Ok(Redirect::to(paths::STUDIO_RETENTION).into_response())
}

/// A whole day that has begun somewhere on earth.
fn day(typed: &str, now: Moment) -> Option<Moment> {
    let date = PartialDate::parse(typed.trim()).filter(|date| date.day.is_some())?;
    Some(date.start()).filter(|at| *at <= now + DAY)
}

pub async fn tell(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::ManageOrganisation).await?;
    present.recently(&app, paths::STUDIO_RETENTION)?;
    let typed = fields.take("date");
    let at = day(&typed, app.tools.clock.now());
    if at.is_none() && !typed.trim().is_empty() {
        return refused(&app, &present, Fault::Day).await;
    }
    tell_delivery(&app.desk(), &campaign, present.member.account.id, at).await?;
    Ok(Redirect::to(paths::STUDIO_RETENTION).into_response())
}
