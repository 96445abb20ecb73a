use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::stream;
use tokio::time::sleep;

use super::figures::Standing;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::role::Act;
use crate::domain::session::{Token, hash};
use crate::storage::sessions;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// How often a watcher is told what moved.
const BEAT: Duration = Duration::from_secs(1);
/// After so many beats it is asked whether the session still runs.
const ASKED: u32 = 3;
/// After so many beats without news a comment keeps the stream open.
const QUIET: u32 = 15;

/// The figures as server-sent events: once on connecting, then whenever they have moved, as long as the session runs.
/// To watch is not to use it: a session that only watches rests.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::SeeFigures).await?;
    let token = cookies::session(&headers, &app).ok_or(WebError::Forbidden)?;
    let watch = Watch { app, campaign, token, told: None, beats: 0, quiet: 0, is_over: false };
    let events = stream::unfold(watch, |mut watch| async move {
        let event = watch.next().await?;
        Some((Ok::<_, Infallible>(event), watch))
    });
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-store"),
        // nginx would otherwise gather events before it passes them on.
        (header::HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    Ok((headers, Body::from_stream(events)).into_response())
}

struct Watch {
    app: Arc<App>,
    campaign: Arc<Campaign>,
    token: Token,
    told: Option<Standing>,
    beats: u32,
    quiet: u32,
    is_over: bool,
}

impl Watch {
    /// Waits for what there is to tell; nothing more once the session or the service has ended.
    async fn next(&mut self) -> Option<Bytes> {
        while !self.is_over {
            if self.told.is_some() {
                self.app.stopping.run_until_cancelled(sleep(BEAT)).await?;
                self.beats += 1;
            }
            if self.beats >= ASKED {
                self.beats = 0;
                self.is_over = !self.runs().await;
                if self.is_over {
                    return Some(Bytes::from_static(b"event: end\ndata: {}\n\n"));
                }
            }
            let news = self.news().await;
            if news.is_some() || self.told.is_none() {
                return news;
            }
        }
        None
    }

    /// Whether the session still runs; where the database does not answer, nobody knows, and it is asked again.
    async fn runs(&self) -> bool {
        let now = self.app.tools.clock.now();
        match sessions::find(self.app.tools.db.read(), hash(&self.token)).await {
            Ok(found) => found.is_some_and(|session| session.runs(now) && !session.awaits_code),
            Err(_) => true,
        }
    }

    async fn news(&mut self) -> Option<Bytes> {
        let standing = Standing::of(&self.app, &self.campaign).await.ok().or(self.told)?;
        if self.told == Some(standing) {
            self.quiet += 1;
            let is_long = self.quiet >= QUIET;
            if is_long {
                self.quiet = 0;
            }
            return is_long.then(|| Bytes::from_static(b":\n\n"));
        }
        (self.told, self.quiet) = (Some(standing), 0);
        let json = serde_json::to_string(&standing).ok()?;
        Some(format!("event: figures\ndata: {json}\n\n").into())
    }
}
