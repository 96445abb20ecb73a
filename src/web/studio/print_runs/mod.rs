//! Print runs: what waits to be printed, what was, and where it is.

mod files;
mod index;
mod show;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use uuid::Uuid;

use super::member::Present;
use crate::actions::accounts::By;
use crate::actions::print_runs::{On, PrintError};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::print_run::PrintRun;
use crate::domain::role::Act;
use crate::storage::print_runs::{self, printings};
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    let part = |part: &str| format!("/studio/campaigns/{{slug}}/print-runs/{{number}}/{part}");
    Router::new()
        .route("/studio/campaigns/{slug}/print-runs", get(index::index).post(index::create))
        .route("/studio/campaigns/{slug}/print-runs/{number}", get(show::show))
        .route(&part("stage"), post(show::advance))
        .route(&part("printings"), post(show::print))
        .route(&part("printings/{id}/cancel"), post(show::cancel))
        .route(&part("printings/{id}/cards.pdf"), get(files::cards))
        .route(&part("cover.pdf"), get(files::cover))
        .route(&part("cards.csv"), get(files::csv))
        .route(&part("cards.json"), get(files::json))
        .route(&part("designs/{id}"), get(files::design))
}

/// A print run of a campaign, to those who may print.
struct Found {
    campaign: Arc<Campaign>,
    run: PrintRun,
}

async fn found(app: &App, present: &Present, slug: &str, number: &str) -> Result<Found, WebError> {
    let campaign = present.campaign(app, slug, Act::PrintCards).await?;
    let number: i32 = number.parse().map_err(|_| WebError::NotFound)?;
    let run = print_runs::find(app.tools.db.read(), campaign.id, number).await?;
    Ok(Found { campaign, run: run.ok_or(WebError::NotFound)? })
}

impl Found {
    /// The file of an address. That it is of another run, or of another organisation, is found out here.
    async fn printing(&self, app: &App, present: &Present, id: &str) -> Result<Uuid, WebError> {
        let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
        let found = printings::find(app.tools.db.read(), id).await?;
        let belongs = found.as_ref().map(|printing| printing.campaign);
        present.must_belong(app, Act::PrintCards, &self.campaign, belongs).await?;
        found.filter(|printing| printing.run == self.run.number).ok_or(WebError::NotFound)?;
        Ok(id)
    }

    const fn on(&self, present: &Present) -> On<'static> {
        On {
            campaign: self.run.campaign,
            number: self.run.number,
            by: By::Account(present.member.account.id),
        }
    }
}

impl From<PrintError> for WebError {
    fn from(error: PrintError) -> Self {
        match error {
            PrintError::Storage(error) => error.into(),
            PrintError::Vault(error) => crate::actions::ActionError::from(error).into(),
            PrintError::Unknown | PrintError::NoFile => Self::NotFound,
            // What the page did not offer: it was done meanwhile.
            _ => Self::LinkOver,
        }
    }
}
