use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::actor;
use super::views::search::{Fault, Found, Page, Typed};
use crate::actions::review::search::{SHOWN, Sought, search, search_network};
use crate::app::App;
use crate::domain::email::EmailAddress;
use crate::domain::name::FullName;
use crate::domain::postal::PostalCode;
use crate::domain::role::Act;
use crate::domain::rulebook::Rulebook;
use crate::guard::client::Network;
use crate::paths;
use crate::storage::reviews;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

impl Typed {
    fn from(fields: &mut Fields) -> Self {
        let mut take = |name| fields.take(name).trim().to_owned();
        Self {
            email: take("email"),
            name: take("name"),
            country: take("country"),
            postal_code: take("postal_code"),
            city: take("city"),
            network: take("network"),
        }
    }

    fn parse(&self, rules: &Rulebook) -> Result<Sought, Vec<Fault>> {
        let (mut sought, mut faults) = (Sought { city: self.city.clone(), ..Sought::default() }, Vec::new());
        if !self.email.is_empty() {
            sought.email = EmailAddress::parse(&self.email).map_err(|_| faults.push(Fault::Email)).ok();
        }
        if !self.name.is_empty() {
            match FullName::parse(&self.name) {
                Ok(name) => sought.name = name.comparable(),
                Err(_) => faults.push(Fault::Name),
            }
        }
        if !self.country.is_empty() {
            sought.country =
                rules.countries.code(&self.country).map_err(|_| faults.push(Fault::Country)).ok();
        }
        if !self.postal_code.is_empty() {
            let country = sought.country.as_ref();
            let parsed = country.map(|country| PostalCode::parse(&self.postal_code, country, &rules.postal));
            match parsed {
                Some(Ok(code)) => sought.postal_code = code,
                _ => faults.push(Fault::PostalCode),
            }
        }
        if faults.is_empty() && !sought.is_enough() {
            faults.push(Fault::TooLittle);
        }
        if faults.is_empty() { Ok(sought) } else { Err(faults) }
    }
}

pub async fn new(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeSignatures).await?;
    let typed = Typed::default();
    let page =
        Page { app: &app, present: &present, campaign: &campaign, typed: &typed, faults: &[], found: None };
    Ok(page.markup())
}

/// A post, so that nobody who is looked for stands in an address.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeSignatures).await?;
    let typed = Typed::from(&mut fields);
    let page =
        Page { app: &app, present: &present, campaign: &campaign, typed: &typed, faults: &[], found: None };
    let sought = match typed.parse(&app.tools.rules) {
        Ok(sought) => sought,
        Err(faults) => {
            let page = Page { faults: &faults, ..page };
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response());
        }
    };
    let (ids, more) = search(&app.desk(), campaign.id, &sought, &actor(&present)).await?;
    let mut rows = Vec::new();
    for id in ids.iter().take(SHOWN) {
        rows.extend(reviews::find(app.tools.db.read(), campaign.id, *id).await?);
    }
    let found = Found { rows, many: ids.len(), more: more || ids.len() > SHOWN };
    Ok(Page { found: Some(&found), ..page }.markup().into_response())
}

/// The signatures from the network of an address. A post, and then a list whose address has a keyed hash only.
pub async fn network(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeSignatures).await?;
    let typed = Typed::from(&mut fields);
    let Ok(address) = typed.network.parse::<IpAddr>() else {
        let (typed, faults) = (&typed, &[Fault::Network][..]);
        let page = Page { app: &app, present: &present, campaign: &campaign, typed, faults, found: None };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response());
    };
    let network = Network::of(address).to_string();
    let condition = search_network(&app.desk(), campaign.id, &network, &actor(&present)).await?;
    Ok(Redirect::to(&paths::studio_review_where(&slug, &condition.query())).into_response())
}
