use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;

use crate::app::App;
use crate::web::error::WebError;
use crate::web::supporter::known;

/// The count as JSON. Anybody may read it from anywhere.
pub async fn show(
    State(app): State<Arc<App>>,
    Path(slug): Path<String>,
) -> Result<impl IntoResponse, WebError> {
    let campaign = known(&app, &slug)?;
    let tally = app.hub.tally(&campaign, app.hub.sight(campaign.id), app.tools.clock.now());
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "public, max-age=1"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    Ok((headers, tally.json()))
}
