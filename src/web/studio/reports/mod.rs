//! Recurring reports: to whom, when, what became of each, and what may be done with them.

mod act;
mod edit;
mod index;
mod show;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::member::Present;
use crate::actions::ActionError;
use crate::actions::accounts::By;
use crate::actions::reports::{On, ReportError};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::report::Report;
use crate::domain::role::Act;
use crate::storage::reports;
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    let part = |part: &str| format!("/studio/campaigns/{{slug}}/reports/{{number}}/{part}");
    Router::new()
        .route("/studio/campaigns/{slug}/reports", get(index::index).post(edit::create))
        .route("/studio/campaigns/{slug}/reports/new", get(edit::new))
        .route("/studio/campaigns/{slug}/reports/{number}", get(show::show))
        .route(&part("edit"), get(edit::edit).post(edit::update))
        .route(&part("approve"), post(act::approve))
        .route(&part("on"), post(act::switch_on))
        .route(&part("pause"), post(act::pause))
        .route(&part("end"), post(act::end))
        .route(&part("try"), post(act::try_out))
}

/// A report of a campaign, to those who may set reports up, since whoever tries one reads what people wrote; or to those who
/// may approve that it leaves.
struct Found {
    campaign: Arc<Campaign>,
    report: Report,
}

async fn found(
    app: &App,
    present: &Present,
    (slug, number): &(String, String),
    act: Act,
) -> Result<Found, WebError> {
    let campaign = present.campaign(app, slug, act).await?;
    let number: i32 = number.parse().map_err(|_| WebError::NotFound)?;
    let report = reports::find(app.tools.db.read(), (campaign.id, number)).await?;
    Ok(Found { campaign, report: report.ok_or(WebError::NotFound)? })
}

impl Found {
    const fn on(&self, present: &Present) -> On<'static> {
        let of = (self.report.campaign, self.report.number);
        On { of, by: By::Account(present.member.account.id) }
    }
}

impl From<ReportError> for WebError {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::Storage(error) => error.into(),
            ReportError::Vault(error) => ActionError::from(error).into(),
            ReportError::Unknown => Self::NotFound,
            // What the page did not offer: it was done meanwhile.
            _ => Self::LinkOver,
        }
    }
}
