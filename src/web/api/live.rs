use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use futures_util::stream::{self, Stream};
use tokio::sync::watch;

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::moment::Moment;
use crate::live::{Sight, Tally};
use crate::web::error::WebError;
use crate::web::supporter::known;

/// At most four events a second.
const PAUSE: Duration = Duration::from_millis(250);
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// The count as server-sent events: once on connecting, then on every change.
pub async fn show(State(app): State<Arc<App>>, Path(slug): Path<String>) -> Result<Response, WebError> {
    let campaign = known(&app, &slug)?;
    let watcher = app.hub.watch(campaign.id);
    let now = app.tools.clock.now();
    let keep_alive = KeepAlive::new().interval(KEEP_ALIVE).text("");
    let stopping = app.stopping.clone().cancelled_owned();
    let sse = Sse::new(events(campaign, watcher, now).take_until(stopping)).keep_alive(keep_alive);
    let headers = [
        (header::CACHE_CONTROL, "no-cache"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        // nginx would otherwise gather events before it passes them on.
        (header::HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    Ok((headers, sse).into_response())
}

fn events(
    campaign: Arc<Campaign>,
    watcher: watch::Receiver<Sight>,
    now: Moment,
) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold((campaign, watcher, Some(now)), |(campaign, mut watcher, first)| async move {
        if first.is_none() {
            tokio::time::sleep(PAUSE).await;
            watcher.changed().await.ok()?;
        }
        let sight = *watcher.borrow_and_update();
        let tally = Tally::new(&campaign, sight, first.unwrap_or(sight.at));
        let event = Event::default().event("tally").data(tally.json());
        Some((Ok(event), (campaign, watcher, None)))
    })
}
