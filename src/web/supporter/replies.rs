use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{known, lang, views};
use crate::app::App;
use crate::domain::reply::Replies;
use crate::storage::replies;
use crate::web::error::WebError;
use crate::web::pages::Rendered;

/// What a campaign's addressees have answered, whole: to each demand, and in their own words.
pub async fn index(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let (lang, campaign) = (lang(&segment)?, known(&app, &slug)?);
    let all = replies::list_shown(app.tools.db.read(), campaign.id).await?;
    let told = app.hub.replies(campaign.id);
    let replies =
        Replies { revision: told.revision, all, texts: told.texts.clone(), last: told.last.clone() };
    let delivered = app.hub.delivered(campaign.id);
    let page = views::replies::Page {
        app: &app,
        lang,
        campaign: &campaign,
        replies: &replies,
        delivered: &delivered,
    };
    Ok(Rendered::new(page.markup()).respond(&headers))
}
