use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;

use super::{known, lang, views};
use crate::app::App;
use crate::domain::tag::Tag;
use crate::storage::texts;
use crate::web::error::WebError;
use crate::web::pages::Rendered;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    #[serde(rename = "in")]
    wanted: String,
}

/// A version of the text, as it was signed.
pub async fn show(
    State(app): State<Arc<App>>,
    Path((segment, slug, version)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let (lang, campaign) = (lang(&segment)?, known(&app, &slug)?);
    let version: i32 = version.parse().map_err(|_| WebError::NotFound)?;
    let stored = texts::find(app.tools.db.read(), campaign.id, version).await?.ok_or(WebError::NotFound)?;
    let wanted = Tag::parse(&asked.wanted).filter(|tag| tag.as_str() != lang.code());
    let page = views::text::Page {
        app: &app,
        lang,
        campaign: &campaign,
        stored: &stored,
        wanted: wanted.as_ref(),
        preview: false,
    };
    Ok(Rendered::new(page.markup()).respond(&headers))
}
