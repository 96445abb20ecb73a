//! What an operator's Prometheus asks, on an address of its own. It names campaigns, never people.

use std::fmt::Write;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

use super::error::WebError;
use crate::app::App;
use crate::storage::outbox;

/// `/metrics` and nothing else.
pub fn router(app: Arc<App>) -> Router {
    Router::new().route("/metrics", get(show)).with_state(app)
}

async fn show(State(app): State<Arc<App>>) -> Result<impl IntoResponse, WebError> {
    let mut text = String::new();
    let _ =
        writeln!(text, "# HELP postulo_build_info The version that runs.\n# TYPE postulo_build_info gauge");
    let _ = writeln!(text, "postulo_build_info{{version=\"{}\"}} 1", env!("CARGO_PKG_VERSION"));
    let _ = writeln!(text, "# HELP postulo_signatures Signatures counted.\n# TYPE postulo_signatures gauge");
    for campaign in app.hub.campaigns() {
        let online = app.hub.sight(campaign.id).online;
        let _ = writeln!(text, "postulo_signatures{{campaign=\"{}\"}} {online}", campaign.slug);
    }
    let queued = outbox::count_queued(app.tools.db.read()).await?;
    let _ = writeln!(text, "# HELP postulo_mail_queued Mails that wait.\n# TYPE postulo_mail_queued gauge");
    let _ = writeln!(text, "postulo_mail_queued {queued}");
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text))
}
