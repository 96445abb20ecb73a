use std::sync::Arc;

use axum::extract::{Path, State};
use maud::Markup;

use super::views::index::Page;
use crate::app::App;
use crate::domain::role::Act;
use crate::storage::reports;
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// The reports of a campaign, newest first.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::ApproveDeliveries).await?;
    let all = reports::list(app.tools.db.read(), campaign.id).await?;
    Ok(Page { app: &app, present: &present, campaign: &campaign, all: &all }.markup())
}
