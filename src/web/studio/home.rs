use std::sync::Arc;

use axum::extract::{Query, State};
use maud::Markup;
use serde::Deserialize;

use super::member::Present;
use super::views::home::{Filter, Page, Row};
use crate::app::App;
use crate::domain::role::Act;
use crate::storage::returns;
use crate::web::error::WebError;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    state: String,
}

/// The organisation's campaigns and how they stand.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    present.must_here(&app, Act::SeeFigures).await?;
    let (now, filter) = (app.tools.clock.now(), Filter::parse(&asked.state));
    let mut rows = Vec::new();
    let here = present.member.organisation.id;
    let mut all = app.hub.campaigns_and_drafts();
    all.retain(|campaign| campaign.organisation == here);
    for campaign in all.iter().filter(|campaign| filter.shows(campaign, now)) {
        let pending = returns::count_pending(app.tools.db.read(), campaign.id).await?;
        let pending = i64::try_from(pending).unwrap_or(i64::MAX);
        let (status, counted) = (campaign.status(now), app.hub.sight(campaign.id).counted());
        rows.push(Row { campaign: campaign.clone(), status, counted, pending });
    }
    Ok(Page { app: &app, present: &present, rows: &rows, filter, is_empty: all.is_empty() }.markup())
}
