//! The record of each addressee: what was handed to them, who was spoken to, what they answered, and when to come back.

mod contact;
mod document;
mod index;
mod reply;
mod show;
mod state;
mod tell;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use super::member::Present;
use crate::actions::accounts::By;
use crate::actions::follow_up;
use crate::actions::replies::{On, ReplyError};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::content::{Addressee, Text};
use crate::domain::reply::{Reply, addressees};
use crate::domain::role::Act;
use crate::paths;
use crate::storage::{replies, texts};
use crate::web::error::WebError;

pub fn router() -> Router<Arc<App>> {
    let of = |part: &str| format!("/studio/campaigns/{{slug}}/addressees/{{key}}{part}");
    let reply = |part: &str| format!("/studio/campaigns/{{slug}}/replies/{{number}}{part}");
    Router::new()
        .route("/studio/campaigns/{slug}/addressees", get(index::index))
        .route(&of(""), get(show::show))
        .route(&of("/contacts"), post(contact::create))
        .route("/studio/campaigns/{slug}/contacts/{id}/delete", post(contact::destroy))
        .route(&of("/follow-up"), post(contact::follow_up))
        .route(&of("/follow-up/end"), post(contact::follow_up_no_more))
        .route(&of("/replies"), get(reply::new).post(reply::create))
        .route(&reply(""), get(reply::edit).post(reply::update))
        .route(&reply("/show"), post(state::show))
        .route(&reply("/hide"), post(state::hide))
        .route(&reply("/delete"), post(state::destroy))
        .route(&reply("/tell"), post(tell::create))
        .route(&reply("/document"), get(document::show).post(document::attach))
        .route(&reply("/document/delete"), post(document::detach))
}

/// A campaign with all whom its texts ask or asked.
struct Here {
    campaign: Arc<Campaign>,
    /// The texts before the present one with their versions, newest first.
    earlier: Vec<(i32, Text)>,
}

impl Here {
    async fn find(app: &App, present: &Present, slug: &str) -> Result<Self, WebError> {
        let campaign = present.campaign(app, slug, Act::FollowUp).await?;
        let db = app.tools.db.read();
        let mut earlier = Vec::new();
        for edition in texts::list_editions(db, campaign.id).await?.iter().rev() {
            if edition.version != campaign.text_version {
                let stored = texts::find(db, campaign.id, edition.version).await?;
                earlier.extend(stored.map(|stored| (stored.version, stored.text)));
            }
        }
        Ok(Self { campaign, earlier })
    }

    fn addressees(&self) -> Vec<&Addressee> {
        addressees(&self.campaign, self.earlier.iter().map(|(_, text)| text))
    }

    fn addressee(&self, key: &str) -> Result<&Addressee, WebError> {
        self.addressees().into_iter().find(|one| one.key == key).ok_or(WebError::NotFound)
    }
}

/// As whom they act who record something of an addressee.
const fn on<'a>(campaign: &Campaign, key: &'a str, present: &Present) -> follow_up::On<'a> {
    follow_up::On { campaign: campaign.id, key, by: By::Account(present.member.account.id) }
}

/// Today by the clocks of the organisation, as `2026-11-22`.
fn today(app: &App, present: &Present) -> String {
    present.zone().shown(app.tools.clock.now()).0
}

/// A reply of a campaign, with the text whose demands it is read against.
struct Found {
    here: Here,
    reply: Reply,
    text: Text,
}

impl Found {
    async fn find(app: &App, present: &Present, (slug, number): (&str, &str)) -> Result<Self, WebError> {
        let here = Here::find(app, present, slug).await?;
        let number: i32 = number.parse().map_err(|_| WebError::NotFound)?;
        let found = replies::find(app.tools.db.read(), (here.campaign.id, number)).await?;
        let reply = found.ok_or(WebError::NotFound)?;
        let text = here.earlier.iter().find(|(version, _)| *version == reply.text_version);
        let text = text.map_or(&here.campaign.text, |(_, text)| text).clone();
        Ok(Self { here, reply, text })
    }

    /// Back to the reply, which says where it stands.
    fn back(&self) -> Response {
        Redirect::to(&paths::studio_reply(&self.here.campaign.slug, self.reply.number)).into_response()
    }

    const fn on(&self, present: &Present) -> On<'static> {
        On { of: (self.reply.campaign, self.reply.number), by: By::Account(present.member.account.id) }
    }
}

impl From<ReplyError> for WebError {
    fn from(error: ReplyError) -> Self {
        match error {
            ReplyError::Storage(error) => error.into(),
            ReplyError::Unknown => Self::NotFound,
            // What the page did not offer: it was done meanwhile.
            _ => Self::LinkOver,
        }
    }
}
