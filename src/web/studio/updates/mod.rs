//! Updates to supporters: written, looked at, published, sent.

mod draft;
mod list;
mod preview;
mod sending;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::member::Present;
use crate::actions::bulletins::{BulletinError, On, Outdated, outdated};
use crate::app::App;
use crate::domain::bulletin::Bulletin;
use crate::domain::campaign::Campaign;
use crate::domain::role::Act;
use crate::storage::bulletins;
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    let part = |part: &str| format!("/studio/campaigns/{{slug}}/updates/{{number}}/{part}");
    Router::new()
        .route("/studio/campaigns/{slug}/updates", get(list::index).post(list::create))
        .route("/studio/campaigns/{slug}/updates/{number}", get(draft::edit).post(draft::update))
        .route(&part("preview"), get(preview::show))
        .route(&part("test"), post(preview::test))
        .route(&part("publication"), post(preview::publish))
        .route(&part("discard"), post(draft::discard))
        .route(&part("sending"), get(sending::show).post(sending::create))
        .route(&part("pause"), post(sending::pause))
        .route(&part("resume"), post(sending::resume))
        .route(&part("cancel"), post(sending::cancel))
}

/// An update of a campaign, to those who may write and send them.
struct Found {
    campaign: Arc<Campaign>,
    bulletin: Bulletin,
    outdated: Vec<Outdated>,
}

async fn found(app: &App, present: &Present, (slug, number): &(String, String)) -> Result<Found, WebError> {
    let campaign = present.campaign(app, slug, Act::SendUpdates).await?;
    let number: i16 = number.parse().map_err(|_| WebError::NotFound)?;
    let found = bulletins::find(app.tools.db.read(), campaign.id, number).await?;
    let bulletin = found.ok_or(WebError::NotFound)?;
    let outdated = outdated(&app.desk(), &bulletin).await?;
    Ok(Found { campaign, bulletin, outdated })
}

impl Found {
    const fn on(&self, present: &Present) -> On {
        On {
            campaign: self.bulletin.campaign,
            number: self.bulletin.number,
            by: Some(present.member.account.id),
        }
    }
}

impl From<BulletinError> for WebError {
    fn from(error: BulletinError) -> Self {
        match error {
            BulletinError::Storage(error) => error.into(),
            BulletinError::Unknown => Self::NotFound,
            // What the page did not offer: it was done meanwhile.
            _ => Self::LinkOver,
        }
    }
}
