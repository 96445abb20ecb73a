//! `/metrics`, on an address of its own.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

use crate::app::App;
use crate::storage::{StorageError, queue};
use crate::telemetry::Sight;

/// Where a database that does not answer is given up.
const PATIENCE: Duration = Duration::from_secs(2);

/// `/metrics` and nothing else.
pub fn router(app: Arc<App>) -> Router {
    Router::new().route("/metrics", get(show)).with_state(app)
}

async fn show(State(app): State<Arc<App>>) -> impl IntoResponse {
    let campaigns = app.hub.campaigns();
    let signatures =
        campaigns.iter().map(|campaign| (campaign.slug.as_str(), app.hub.sight(campaign.id).counted()));
    let mail = tokio::time::timeout(PATIENCE, mail(&app)).await;
    let now = app.tools.clock.now();
    let defences =
        campaigns.iter().map(|campaign| (campaign.slug.as_str(), app.hub.defence(campaign.id).stance(now)));
    let sight = Sight {
        signatures: signatures.collect(),
        defences: defences.collect(),
        database_is_up: matches!(mail, Ok(Ok(_))),
        mail: mail.ok().and_then(Result::ok).unwrap_or_default(),
        mail_is_paused: !app.post.is_on(),
    };
    app.metrics.see(&sight);
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], app.metrics.text())
}

async fn mail(app: &App) -> Result<Vec<(&'static str, i64, i64)>, StorageError> {
    let (db, now) = (app.tools.db.read(), app.tools.clock.now());
    let mut lanes = Vec::new();
    for (lane, queued) in queue::count_by_lane(db).await? {
        let oldest = queue::oldest_due(db, lane, now).await?;
        lanes.push((lane.as_str(), queued, oldest.map_or(0, |due| now.seconds() - due.seconds())));
    }
    Ok(lanes)
}
