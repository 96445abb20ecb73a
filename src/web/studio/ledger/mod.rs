//! The ledger of paper: what is in which box, and who counted it.

mod batch;
mod entry;
mod index;
mod scans;
mod views;

pub use self::views::form::photo_words;
pub use self::views::scans::many as scans_words;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use super::member::Present;
use crate::actions::accounts::By;
use crate::actions::ledger::{Keeper, LedgerError};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::date::PartialDate;
use crate::domain::ledger::Batch;
use crate::domain::role::Act;
use crate::storage::ledger;
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    // Uploads have a limit of their own.
    let uploads = Router::new()
        .route("/studio/campaigns/{slug}/ledger/{batch}/entries", post(batch::write))
        .route("/studio/campaigns/{slug}/ledger/{batch}/scans", get(scans::index).post(scans::create))
        .layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/studio/campaigns/{slug}/ledger", get(index::index).post(index::create))
        .route("/studio/campaigns/{slug}/ledger.csv", get(index::file))
        .route("/studio/campaigns/{slug}/ledger/{batch}", get(batch::show))
        .route(
            "/studio/campaigns/{slug}/ledger/{batch}/entries/{entry}",
            get(entry::show).post(entry::correct),
        )
        .route("/studio/campaigns/{slug}/ledger/{batch}/entries/{entry}/photo.jpg", get(entry::photo))
        .route("/studio/campaigns/{slug}/ledger/{batch}/scans/{id}", get(scans::show))
        .route("/studio/campaigns/{slug}/ledger/{batch}/scans/{id}/remove", post(scans::destroy))
        .merge(uploads)
}

/// Who stands before the ledger of which campaign.
struct Here<'a> {
    app: &'a App,
    present: &'a Present,
    campaign: Arc<Campaign>,
}

impl<'a> Here<'a> {
    async fn find(app: &'a App, present: &'a Present, slug: &str) -> Result<Self, WebError> {
        let campaign = present.campaign(app, slug, Act::KeepLedger).await?;
        Ok(Self { app, present, campaign })
    }

    fn keeper(&self) -> Keeper<'static> {
        Keeper { campaign: self.campaign.id, by: By::Account(self.present.member.account.id) }
    }

    async fn batch(&self, number: &str) -> Result<Batch, WebError> {
        let number: i32 = number.parse().map_err(|_| WebError::NotFound)?;
        let found = ledger::find(self.app.tools.db.read(), (self.campaign.id, number)).await?;
        found.ok_or(WebError::NotFound)
    }

    /// The day by the clocks of the organisation.
    fn today(&self) -> PartialDate {
        let (day, _, _) = self.present.zone().shown(self.app.tools.clock.now());
        PartialDate::parse(&day).unwrap_or(PartialDate { year: 1970, month: None, day: None })
    }
}

impl From<LedgerError> for WebError {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::Action(error) => error.into(),
            LedgerError::Unknown => Self::NotFound,
            // What the page did not offer: it was done meanwhile.
            _ => Self::LinkOver,
        }
    }
}
