use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;

use super::{known, lang, views};
use crate::app::App;
use crate::domain::tag::Tag;
use crate::storage::bulletins;
use crate::web::error::WebError;
use crate::web::pages::Rendered;

/// How many updates a page lists.
const PAGE: u64 = 20;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Those before this one.
    before: String,
    /// The language in which an update is read, where that is not the page's.
    #[serde(rename = "in")]
    wanted: String,
}

/// What has been told of a campaign, newest first.
pub async fn index(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let (lang, campaign) = (lang(&segment)?, known(&app, &slug)?);
    let before = asked.before.parse().unwrap_or(i16::MAX);
    let updates = bulletins::list_published(app.tools.db.read(), campaign.id, before, PAGE).await?;
    let has_more = updates.len() as u64 == PAGE;
    let page = views::updates::index(&app, lang, &campaign, &updates, has_more);
    Ok(Rendered::new(page).respond(&headers))
}

/// One update, in its newest version.
pub async fn show(
    State(app): State<Arc<App>>,
    Path((segment, slug, number)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let (lang, campaign) = (lang(&segment)?, known(&app, &slug)?);
    let number: i16 = number.parse().map_err(|_| WebError::NotFound)?;
    let found = bulletins::find_published(app.tools.db.read(), campaign.id, number).await?;
    let update = found.ok_or(WebError::NotFound)?;
    let wanted = Tag::parse(&asked.wanted);
    let page = views::updates::Page {
        app: &app,
        lang,
        campaign: &campaign,
        update: &update,
        wanted: wanted.as_ref(),
    };
    Ok(Rendered::new(page.markup()).respond(&headers))
}
