//! What supporters see and do, without an account.

mod about;
mod address;
pub(in crate::web) mod campaign;
mod confirmation;
mod contact;
mod counting;
mod feed;
mod home;
mod leave_reports;
mod letter;
mod mine;
mod postcard;
mod replies;
mod signature;
mod text;
mod trail;
pub mod unsubscribe;
mod updates;
pub(in crate::web) mod views;
mod waiting;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::error::WebError;
use crate::app::App;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::lang::Lang;
use crate::domain::token::{Claims, Purpose};

/// The page that everybody sees alike.
pub fn read_by_all() -> Router<Arc<App>> {
    Router::new().route("/{lang}/campaigns/{slug}", get(campaign::show))
}

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .merge(postcard::router())
        .route("/", get(home::choose_language))
        .route("/{lang}/", get(home::index))
        .route("/{lang}", get(home::add_slash))
        .route("/{lang}/campaigns/{slug}/text/{version}", get(text::show))
        .route("/{lang}/campaigns/{slug}/replies", get(replies::index))
        .route("/{lang}/campaigns/{slug}/updates", get(updates::index))
        .route("/{lang}/campaigns/{slug}/updates/{number}", get(updates::show))
        .route("/{lang}/campaigns/{slug}/updates.atom", get(feed::show))
        .route("/{lang}/campaigns/{slug}/sign", get(signature::new).post(signature::create))
        .route("/{lang}/campaigns/{slug}/letter", get(letter::show).post(letter::create))
        .route("/{lang}/campaigns/{slug}/check-email", get(waiting::show).post(waiting::enter_code))
        .route("/{lang}/campaigns/{slug}/check-email/resend", post(waiting::resend))
        .route("/{lang}/campaigns/{slug}/check-email/address", post(waiting::change_address))
        .route("/{lang}/campaigns/{slug}/counting", get(counting::show))
        .route("/{lang}/campaigns/{slug}/contact", get(contact::new).post(contact::create))
        .route("/{lang}/confirm/{token}", get(confirmation::show).post(confirmation::create))
        .route("/{lang}/address/{token}", get(address::show).post(address::create))
        .route("/{lang}/mine/{token}", get(mine::show))
        .route("/{lang}/mine/{token}/name", post(mine::show_name))
        .route("/{lang}/mine/{token}/updates", post(mine::ask_updates))
        .route("/{lang}/mine/{token}/withdrawal", post(mine::withdraw))
        .route("/{lang}/mine/{token}/erasure", post(mine::erase))
        .route("/{lang}/mine/{token}/disavowal", post(mine::disown))
        .route("/{lang}/mine/{token}/data", get(mine::data))
        .route("/{lang}/privacy", get(about::privacy))
        .route("/{lang}/accessibility", get(about::accessibility))
        .route("/{lang}/how-we-count", get(about::counting))
}

/// The language an address begins with.
pub fn lang(segment: &str) -> Result<Lang, WebError> {
    segment.parse().map_err(|()| WebError::NotFound)
}

/// A campaign that is there and was not taken down.
pub fn known(app: &App, slug: &str) -> Result<Arc<Campaign>, WebError> {
    let campaign = app.hub.campaign(slug).ok_or(WebError::NotFound)?;
    match campaign.status(app.tools.clock.now()) {
        Status::Removed => Err(WebError::CampaignRemoved),
        _ => Ok(campaign),
    }
}

/// What a link says, if we made it for this.
pub fn claims(app: &App, token: &str, purpose: Purpose) -> Result<Claims, WebError> {
    app.tools.vault.claims(token).filter(|claims| claims.purpose == purpose).ok_or(WebError::UnknownLink)
}
