use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};

use crate::app::App;
use crate::live::{Frame, Watcher};
use crate::telemetry::Metrics;
use crate::web::error::WebError;
use crate::web::supporter::known;

/// The count as server-sent events: once on connecting, then on every change.
pub async fn show(State(app): State<Arc<App>>, Path(slug): Path<String>) -> Result<Response, WebError> {
    let campaign = known(&app, &slug)?;
    let (first, watcher) = app.hub.watch(&campaign, app.tools.clock.now());
    let body = Body::from_stream(frames(first, watcher, Watching::new(&app.metrics)));
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-cache"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        // nginx would otherwise gather events before it passes them on.
        (header::HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    Ok((headers, body).into_response())
}

/// Counted among those who watch until it is dropped.
struct Watching(Arc<Metrics>);

impl Watching {
    fn new(metrics: &Arc<Metrics>) -> Self {
        metrics.watchers.inc();
        Self(metrics.clone())
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.0.watchers.dec();
    }
}

fn frames(
    first: Frame,
    watcher: Watcher,
    watching: Watching,
) -> impl Stream<Item = Result<Frame, Infallible>> {
    stream::unfold((Some(first), watcher, watching), |(first, mut watcher, watching)| async move {
        let frame = if let Some(first) = first { first } else { watcher.next().await? };
        Some((Ok(frame), (None, watcher, watching)))
    })
}
