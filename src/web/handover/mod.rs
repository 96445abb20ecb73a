//! Where an office in a parliament fetches its delivery and acknowledges it, without an account.

mod act;
mod key;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

use self::views::{Door, Fault, Room};
use super::cookies;
use super::error::WebError;
use crate::actions::deliveries::On;
use crate::actions::deliveries::hand_over::{OFFICE, Visit, find_package, look, open_said, visit};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::delivery::{Missing, Package, Stage};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::token::{Claims, Purpose};
use crate::paths;
use crate::storage::deliveries::steps;
use crate::storage::{organisations, signing_keys};

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/handover/{token}", get(show))
        .route("/handover/{token}/passphrase", get(act::lead_back).post(act::enter))
        .route("/handover/{token}/fetch", get(act::lead_back).post(act::fetch))
        .route("/handover/{token}/fetches/{id}/package.zip", get(act::package))
        .route("/handover/{token}/receipt", get(act::lead_back).post(act::acknowledge))
        .route("/{lang}/delivery-key", get(key::show))
        .route(paths::DELIVERY_KEY_FILE, get(key::file))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    lang: String,
    /// `anew` where a download cannot go on.
    begin: String,
}

/// A link that leads to a delivery, with whoever follows it.
struct Here {
    claims: Claims,
    token: String,
    visit: Visit,
    campaign: Arc<Campaign>,
    organisation: String,
    lang: Lang,
    /// Whether the passphrase was typed in this browser.
    is_in: bool,
}

impl Here {
    async fn find(app: &App, token: &str, headers: &HeaderMap, lang: &str) -> Result<Self, WebError> {
        let claims = app.tools.vault.claims(token);
        let claims = claims.filter(|claims| claims.purpose == Purpose::Handover);
        let claims = claims.ok_or(WebError::UnknownLink)?;
        let visit = look(&app.desk(), claims).await?.ok_or(WebError::HandoverOver)?;
        let campaign = app.hub.campaign_by_id(visit.delivery.campaign);
        let campaign = campaign.filter(|one| one.has_links()).ok_or(WebError::HandoverOver)?;
        let organisation = organisations::find(app.tools.db.read(), campaign.organisation).await?;
        let kept = cookies::handover(headers).unwrap_or_default();
        let is_in = self::visit(&app.desk(), &visit.handover, kept);
        let lang = lang.parse().unwrap_or(visit.delivery.to.lang);
        let organisation = organisation.map(|one| one.name).filter(|name| !name.is_empty());
        let organisation = organisation.unwrap_or_else(|| app.tools.settings.operator.name.clone());
        Ok(Self { claims, token: token.to_owned(), visit, campaign, organisation, lang, is_in })
    }

    const fn on(&self) -> On<'static> {
        On { of: (self.visit.delivery.campaign, self.visit.delivery.number), by: OFFICE }
    }

    /// Its package, or why there is none.
    async fn ready(&self, app: &App) -> Result<Result<Package, Missing>, WebError> {
        Ok(find_package(&app.desk(), &self.visit.delivery).await?)
    }

    /// When it was acknowledged, and by whom.
    async fn receipt(&self, app: &App) -> Result<Option<(Moment, String)>, WebError> {
        let all = steps::list(app.tools.db.read(), self.on().of).await?;
        let Some(step) = all.iter().find(|step| step.stage == Stage::Acknowledged) else { return Ok(None) };
        let said = open_said(&app.tools.vault, step).map_err(crate::actions::ActionError::from)?;
        Ok(Some((step.at, said.by)))
    }

    async fn page(&self, app: &App, fault: Option<Fault>) -> Result<Response, WebError> {
        let status = match fault {
            None | Some(Fault::CutOff) => StatusCode::OK,
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let door = Door {
            app,
            lang: self.lang,
            token: &self.token,
            campaign: &self.campaign,
            organisation: &self.organisation,
            expires_at: self.visit.handover.expires_at,
            fault,
        };
        if !self.is_in {
            return Ok((status, door.markup()).into_response());
        }
        let package = self.ready(app).await?;
        let room = Room {
            door,
            delivery: &self.visit.delivery,
            package: package.as_ref().map_err(|missing| *missing),
            key: signing_keys::find(app.tools.db.read()).await?.map(|key| key.fingerprint),
            receipt: self.receipt(app).await?,
        };
        Ok((status, room.markup()).into_response())
    }
}

async fn show(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let fault = (asked.begin == "anew").then_some(Fault::CutOff);
    Here::find(&app, &token, &headers, &asked.lang).await?.page(&app, fault).await
}
