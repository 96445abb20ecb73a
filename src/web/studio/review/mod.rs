//! The review desk: signatures found, opened one by one, and judged, one or many.

mod desk;
mod form;
mod patterns;
mod rulings;
mod search;
mod signature;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::member::Present;
use crate::actions::accounts::{By, open_profile};
use crate::app::App;
use crate::storage::accounts;
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/studio/campaigns/{slug}/review", get(desk::index))
        .route("/studio/campaigns/{slug}/review/search", get(search::new).post(search::create))
        .route("/studio/campaigns/{slug}/review/search/network", post(search::network))
        .route("/studio/campaigns/{slug}/review/signatures/{id}", get(signature::show))
        .route("/studio/campaigns/{slug}/review/signatures/{id}/person", post(signature::person))
        .route("/studio/campaigns/{slug}/review/signatures/{id}/judge", post(signature::judge))
        .route("/studio/campaigns/{slug}/review/patterns", get(patterns::show))
        .route("/studio/campaigns/{slug}/review/rulings", get(rulings::index))
        .route("/studio/campaigns/{slug}/review/rulings/new", get(rulings::new).post(rulings::create))
        .route("/studio/campaigns/{slug}/review/rulings/{id}", get(rulings::show))
        .route("/studio/campaigns/{slug}/review/rulings/{id}/cancel", post(rulings::cancel))
        .route("/studio/campaigns/{slug}/review/rulings/{id}/undo", post(rulings::undo))
}

/// Whoever is here, as the records name them.
fn actor(present: &Present) -> String {
    By::Account(present.member.account.id).name()
}

/// The people of the organisation, as the records name them and as others do.
struct Colleagues(Vec<(String, String)>);

impl Colleagues {
    async fn of(app: &App, present: &Present) -> Result<Self, WebError> {
        let here = present.member.organisation.id;
        let mut known = Vec::new();
        for stored in accounts::list(app.tools.db.read(), Some(here)).await? {
            let profile = open_profile(&app.tools.vault, &stored).map_err(|_| WebError::Internal)?;
            known.push((By::Account(stored.account.id).name(), profile.email));
        }
        Ok(Self(known))
    }

    fn name<'a>(&'a self, actor: &'a str) -> &'a str {
        self.0.iter().find(|(known, _)| known == actor).map_or(actor, |(_, email)| email)
    }
}
