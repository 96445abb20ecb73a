//! Making campaigns: begun, written part by part, looked at, published.

mod make;
mod officials;
mod overview;
mod preview;
mod publication;
mod section;
mod texts;
pub mod when;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::member::Present;
use crate::actions::accounts::{By, open_profile};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::{accounts, campaigns};
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route(paths::STUDIO_NEW_CAMPAIGN, get(make::new).post(make::create))
        .route("/studio/campaigns/{slug}/edit", get(overview::show))
        .route("/studio/campaigns/{slug}/edit/{section}", get(section::edit).post(section::update))
        .route("/studio/campaigns/{slug}/preview/{lang}", get(preview::show))
        .route("/studio/campaigns/{slug}/publication", get(publication::show).post(publication::publish))
        .route("/studio/campaigns/{slug}/publication/cancel", post(publication::cancel))
        .route("/studio/campaigns/{slug}/publication/state", post(publication::change))
        .route("/studio/campaigns/{slug}/publication/closing", post(publication::set_closing))
        .route("/studio/campaigns/{slug}/publication/copy", post(publication::copy))
        .route("/studio/campaigns/{slug}/publication/removal", post(publication::remove))
        .route("/studio/campaigns/{slug}/texts", get(texts::index))
}

/// The campaign of an address as it stands in the database, to those who make campaigns: another node may have published it
/// a moment ago.
async fn campaign(app: &App, present: &Present, slug: &str) -> Result<Campaign, WebError> {
    let known = present.campaign(app, slug, Act::MakeCampaigns).await?;
    campaigns::find(app.tools.db.read(), known.id).await?.ok_or(WebError::NotFound)
}

fn by(present: &Present) -> By<'static> {
    By::Account(present.member.account.id)
}

/// What colleagues call somebody who works here.
pub async fn name(app: &App, account: uuid::Uuid) -> Result<Option<String>, WebError> {
    let stored = accounts::find(app.tools.db.read(), account).await?;
    Ok(stored.and_then(|stored| open_profile(&app.tools.vault, &stored).ok()).map(|profile| profile.email))
}
