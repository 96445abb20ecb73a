//! What those who work here see and do, once they are logged in.

mod accounts;
mod addressees;
mod audit;
mod back;
mod coming_in;
mod days;
mod deliveries;
mod editor;
mod home;
mod inbox;
mod incidents;
mod invitations;
mod kit;
mod language;
mod ledger;
mod letters;
mod limits;
mod login;
mod media;
mod member;
mod official_sheets;
mod officials;
mod organisation;
mod own;
mod people;
mod postcards;
mod print_runs;
mod reminders;
mod reports;
mod retention;
mod review;
mod sessions;
mod set_up;
mod signature_sheets;
mod updates;
mod views;
mod watch;

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn};
use axum::response::{Redirect, Response};
use axum::routing::{get, post};

pub use views::error::error_page;

use crate::app::App;
use crate::paths;

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route(paths::STUDIO, get(home::show))
        .route("/studio/", get(async || Redirect::permanent(paths::STUDIO)))
        .route(paths::STUDIO_LOGIN, get(login::new).post(login::create))
        .route(paths::STUDIO_LOGOUT, post(login::destroy))
        .route("/studio/set-up/{token}", get(set_up::new).post(set_up::create))
        .route(paths::STUDIO_LANGUAGE, post(language::update))
        .route(paths::STUDIO_SESSIONS, get(sessions::index))
        .route(paths::STUDIO_OTHER_SESSIONS, post(sessions::end_others))
        .route("/studio/sessions/{id}/end", post(sessions::end))
        .route(paths::STUDIO_ACCOUNTS, get(accounts::index))
        .route("/studio/accounts/{id}/disable", post(accounts::disable))
        .route("/studio/accounts/{id}/enable", post(accounts::enable))
        .route("/studio/accounts/{id}/role", post(accounts::change_role))
        .route("/studio/accounts/{id}/reset-factor", post(accounts::reset_factor))
        .route(paths::STUDIO_INVITATIONS, post(invitations::create))
        .route("/studio/invitations/{id}/withdraw", post(invitations::withdraw))
        .route("/studio/invitations/{id}/resend", post(invitations::resend))
        .merge(people::router())
        .merge(incidents::router())
        .merge(audit::router())
        .merge(coming_in::router())
        .merge(organisation::router())
        .merge(own::router())
        .merge(retention::router())
        .merge(editor::router())
        .merge(officials::router())
        .merge(letters::router())
        .merge(postcards::router())
        .merge(inbox::router())
        .merge(review::router())
        .merge(watch::router())
        .merge(media::router())
        .merge(limits::router())
        .merge(reminders::router())
        .merge(print_runs::router())
        .merge(updates::router())
        .merge(official_sheets::router())
        .merge(ledger::router())
        .merge(signature_sheets::router())
        .merge(kit::router())
        .merge(deliveries::router())
        .merge(addressees::router())
        .merge(reports::router())
        .layer(from_fn(keep_out_of_search))
}

async fn keep_out_of_search(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(ROBOTS, HeaderValue::from_static("noindex"));
    response
}
