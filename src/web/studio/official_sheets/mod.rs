//! Petitions to parliaments on paper: their text, their sheets, and the log of them.

mod index;
mod log;
mod printing;
mod sheet;
mod text;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::member::Present;
use crate::actions::accounts::By;
use crate::actions::official_sheets::Petition;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::jurisdiction::Jurisdiction;
use crate::domain::role::Act;
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/studio/campaigns/{slug}/official-sheets", get(index::index))
        .route("/studio/campaigns/{slug}/official-sheets/{jurisdiction}", get(text::edit).post(text::update))
        .route(
            "/studio/campaigns/{slug}/official-sheets/{jurisdiction}/printing",
            get(printing::show).post(printing::create),
        )
        .route("/studio/campaigns/{slug}/official-sheets/{jurisdiction}/sheets.pdf", get(printing::file))
        .route("/studio/campaigns/{slug}/official-sheets/{jurisdiction}/log", get(log::index))
        .route("/studio/campaigns/{slug}/official-sheets/{jurisdiction}/log.csv", get(log::file))
        .route("/studio/campaigns/{slug}/official-sheets/{jurisdiction}/steps", post(log::steps))
        .route("/studio/campaigns/{slug}/official-sheets/{jurisdiction}/course", post(log::course))
        .route(
            "/studio/campaigns/{slug}/official-sheets/{jurisdiction}/sheets/{number}",
            get(sheet::show).post(sheet::update),
        )
}

/// Who stands before the petition of which campaign to which parliament.
struct Here<'a> {
    app: &'a App,
    present: &'a Present,
    campaign: Arc<Campaign>,
    jurisdiction: &'static Jurisdiction,
}

impl<'a> Here<'a> {
    /// The petition of an address, to those who may keep it.
    async fn find(app: &'a App, present: &'a Present, slug: &str, key: &str) -> Result<Self, WebError> {
        let campaign = present.campaign(app, slug, Act::KeepOfficialSheets).await?;
        let jurisdiction = Jurisdiction::find(key).ok_or(WebError::NotFound)?;
        Ok(Self { app, present, campaign, jurisdiction })
    }

    fn petition(&self) -> Petition<'_> {
        let by = By::Account(self.present.member.account.id);
        Petition { campaign: self.campaign.id, jurisdiction: self.jurisdiction, by }
    }
}
