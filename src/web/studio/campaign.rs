use std::sync::Arc;

use axum::extract::{Path, State};
use maud::Markup;

use super::member::Present;
use super::views::campaign::Page;
use crate::app::App;
use crate::domain::role::Act;
use crate::storage::returns;
use crate::web::error::WebError;

/// A campaign and what happens to it.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::SeeFigures).await?;
    let pending = returns::count_pending(app.tools.db.read(), campaign.id).await?;
    let page = Page {
        app: &app,
        present: &present,
        campaign: &campaign,
        status: campaign.status(app.tools.clock.now()),
        counted: app.hub.sight(campaign.id).online,
        pending: i64::try_from(pending).unwrap_or(i64::MAX),
    };
    Ok(page.markup())
}
