use std::sync::Arc;

use axum::extract::State;
use maud::Markup;

use super::member::Present;
use super::views::home::{Page, Row};
use crate::app::App;
use crate::domain::role::Act;
use crate::storage::returns;
use crate::web::error::WebError;

/// The organisation's campaigns and how they stand.
pub async fn show(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    present.must_here(&app, Act::SeeFigures).await?;
    let now = app.tools.clock.now();
    let mut rows = Vec::new();
    let here = present.member.organisation.id;
    for campaign in
        app.hub.campaigns_and_drafts().into_iter().filter(|campaign| campaign.organisation == here)
    {
        let pending = returns::count_pending(app.tools.db.read(), campaign.id).await?;
        let pending = i64::try_from(pending).unwrap_or(i64::MAX);
        let (status, counted) = (campaign.status(now), app.hub.sight(campaign.id).online);
        rows.push(Row { campaign, status, counted, pending });
    }
    Ok(Page { app: &app, present: &present, rows: &rows }.markup())
}
