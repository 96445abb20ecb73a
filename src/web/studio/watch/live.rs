use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::stream;
use serde_json::json;
use tokio::time::sleep;

use super::asked::Asked;
use super::figures::{Age, Figures, Standing};
use super::views::page::Page;
use crate::actions::accounts::attend::look;
use crate::app::App;
use crate::domain::account::{Verdict, may};
use crate::domain::campaign::Campaign;
use crate::domain::role::Act;
use crate::domain::session::Token;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// How often a watcher is told what moved.
const BEAT: Duration = Duration::from_secs(1);
/// So often it is asked whether whoever watches still may, where there is nothing to tell.
const ASKED: u32 = 3;
/// So often the charts are drawn anew.
const DRAWN: u32 = 5;
/// After so many beats without news a comment keeps the stream open.
const QUIET: u32 = 15;

/// The figures as server-sent events: once on connecting, then whenever they have moved, as long as the session runs and the
/// role allows it. To watch is not to use a session: one that only watches rests. `of=charts` has the charts told as well.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::SeeFigures).await?;
    present.must_own_slug(&app, Act::SeeFigures, &asked.with).await?;
    let token = cookies::session(&headers, &app).ok_or(WebError::Forbidden)?;
    let told = Told::default();
    let watch = Watch { app, present, campaign, asked, token, told, beats: 0, quiet: 0, is_over: false };
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

/// What a watcher has seen.
#[derive(Clone, Default, PartialEq, Eq)]
struct Told {
    standing: Option<Standing>,
    charts: String,
}

struct Watch {
    app: Arc<App>,
    present: Present,
    campaign: Arc<Campaign>,
    asked: Asked,
    token: Token,
    told: Told,
    beats: u32,
    quiet: u32,
    is_over: bool,
}

impl Watch {
    /// Waits for what there is to tell; nothing more once the session or the service has ended.
    async fn next(&mut self) -> Option<Bytes> {
        while !self.is_over {
            if self.beats > 0 {
                self.app.stopping.run_until_cancelled(sleep(BEAT)).await?;
            }
            let news = self.news().await;
            let is_news = news != self.told;
            let allowed =
                if is_news || self.beats.is_multiple_of(ASKED) { self.may().await } else { Some(true) };
            self.beats = self.beats.wrapping_add(1);
            match allowed {
                Some(true) if is_news => return Some(self.tell(news)),
                Some(false) => {
                    self.is_over = true;
                    return Some(Bytes::from_static(b"event: end\ndata: {}\n\n"));
                }
                // Where the database does not answer, nobody knows: nothing is told, and it is asked again.
                Some(true) | None => {}
            }
            self.quiet += 1;
            if self.quiet >= QUIET {
                self.quiet = 0;
                return Some(Bytes::from_static(b":\n\n"));
            }
        }
        None
    }

    /// Whether whoever watches still is who may; none where the database does not tell.
    async fn may(&self) -> Option<bool> {
        let account = look(&self.app.desk(), &self.token).await.ok()?;
        Some(account.is_some_and(|account| {
            may(&account, Act::SeeFigures, self.campaign.organisation) == Verdict::Yes
        }))
    }

    /// How it stands now; what cannot be read is as it was.
    async fn news(&mut self) -> Told {
        // Its milestones may have been changed meanwhile.
        if let Some(campaign) = self.app.hub.campaign_or_draft(&self.campaign.slug) {
            self.campaign = campaign;
        }
        let Ok(standing) = Standing::of(&self.app, &self.campaign).await else { return self.told.clone() };
        let mut news = Told { standing: Some(standing), charts: self.told.charts.clone() };
        if self.asked.of == "charts" && self.beats.is_multiple_of(DRAWN) {
            news.charts = self.charts(standing).await.unwrap_or(news.charts);
        }
        news
    }

    /// What the page shows beyond single figures, as it would show it now.
    async fn charts(&self, standing: Standing) -> Option<String> {
        let (app, present, campaign) = (&self.app, &self.present, &self.campaign);
        let figures = Figures::of(app, present, campaign, &self.asked, Age::Recent).await.ok()?;
        let page = Page { app, present, campaign, standing, figures: &figures, asked: &self.asked };
        let parts: serde_json::Map<_, _> = page
            .moving()
            .into_iter()
            .map(|(name, markup)| (name.to_owned(), json!(markup.into_string())))
            .collect();
        serde_json::to_string(&parts).ok()
    }

    fn tell(&mut self, news: Told) -> Bytes {
        let mut events = Vec::new();
        if let Some(standing) = news.standing.filter(|standing| self.told.standing != Some(*standing)) {
            let json = serde_json::to_string(&standing).unwrap_or_default();
            events.push(format!("event: figures\ndata: {json}\n\n"));
        }
        if news.charts != self.told.charts {
            events.push(format!("event: charts\ndata: {}\n\n", news.charts));
        }
        (self.told, self.quiet) = (news, 0);
        events.concat().into()
    }
}
