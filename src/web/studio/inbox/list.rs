use std::sync::Arc;

use axum::extract::{Query, State as Extracted};
use maud::Markup;
use serde::Deserialize;
use uuid::Uuid;

use super::super::member::Present;
use super::campaigns_of;
use super::views::list::Page;
use crate::app::App;
use crate::domain::message::State;
use crate::domain::role::Act;
use crate::storage::messages;
use crate::web::error::WebError;

/// How many messages a page shows.
const PAGE: u64 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    state: String,
    campaign: String,
    before: Option<Uuid>,
    deleted: String,
}

/// What came, without who wrote it.
pub async fn index(
    Extracted(app): Extracted<Arc<App>>,
    present: Present,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    present.must_here(&app, Act::ReadMessages).await?;
    present.must_own_slug(&app, Act::ReadMessages, &asked.campaign).await?;
    let all = campaigns_of(&app, present.member.organisation.id);
    let chosen = all.iter().find(|campaign| campaign.slug == asked.campaign);
    let ids: Vec<i32> = match chosen {
        Some(campaign) => vec![campaign.id],
        None => all.iter().map(|campaign| campaign.id).collect(),
    };
    let (db, state) = (app.tools.db.read(), State::parse(&asked.state).unwrap_or(State::Open));
    let mut found = messages::list(db, &ids, state, asked.before, PAGE + 1).await?;
    let has_more = found.len() as u64 > PAGE;
    found.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let mut counts = [0; State::ALL.len()];
    for (count, state) in counts.iter_mut().zip(State::ALL) {
        *count = i64::try_from(messages::count_in(db, &ids, state).await?).unwrap_or(i64::MAX);
    }
    let page = Page {
        app: &app,
        present: &present,
        campaigns: &all,
        chosen: chosen.map_or("", |campaign| &campaign.slug),
        state,
        counts,
        found: &found,
        has_more,
        deleted: !asked.deleted.is_empty(),
    };
    Ok(page.markup())
}
