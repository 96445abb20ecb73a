use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::web::error::WebError;
use crate::web::supporter::known;
use crate::web::visitor::Visitor;

/// What the form's script is to solve before it signs: a challenge, or nothing (204) while the campaign is calm.
pub async fn show(
    State(app): State<Arc<App>>,
    Path(slug): Path<String>,
    visitor: Visitor,
) -> Result<Response, WebError> {
    let campaign = known(&app, &slug)?;
    let now = app.tools.clock.now();
    if !app.hub.defence(campaign.id).asks(now) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    app.limits.check_challenge(visitor.network)?;
    let challenge = app.prover.challenge(campaign.id, &app.tools.entropy.bytes(), now);
    Ok(([(header::CONTENT_TYPE, "application/json")], challenge).into_response())
}
