use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::trail::Trail;
use super::{known, lang, signature, views};
use crate::actions;
use crate::app::App;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::name::FullName;
use crate::storage::rolls;
use crate::web::error::WebError;
use crate::web::pages::{Key, Rendered};

/// How many names the page shows.
const NAMES: u64 = 12;

/// How long the page waits for a database that does not answer.
const PATIENCE: Duration = Duration::from_secs(1);

pub async fn show(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    trail: Trail,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let lang = lang(&segment)?;
    let campaign = known(&app, &slug)?;
    let now = app.tools.clock.now();
    let status = campaign.status(now);
    let sight = app.hub.sight(campaign.id);
    let key = Key { page: "campaign", campaign: campaign.id, lang };
    let asking = signature::asks(&app, &campaign);
    let letter = app.hub.open_letter(campaign.id);
    // They only ever rise, so that their sum tells of a change of any.
    let news = app.hub.news(campaign.id);
    let offer = app.hub.offer(campaign.id).map_or(0, |offer| offer.revision);
    let letters = letter.as_ref().map_or(0, |letter| letter.revision);
    let delivered = app.hub.delivered(campaign.id);
    let replies = app.hub.replies(campaign.id).revision;
    let content = campaign.revision + news.revision + letters + offer + delivered.revision + replies;
    let revision = (content, sight.revision, label(status, asking));
    if let Some(page) = app.pages.get(&key, revision, now) {
        return Ok(trail.respond(page, &headers));
    }
    let names = tokio::time::timeout(PATIENCE, shown_names(&app, &campaign)).await;
    let names = names.ok().and_then(Result::ok);
    if names.is_none()
        && let Some(page) = app.pages.last(&key, revision)
    {
        return Ok(trail.respond(page, &headers));
    }
    let tally = app.hub.tally(&campaign, sight, now);
    let shown = names.as_deref().unwrap_or_default();
    let (app, campaign) = (&*app, &*campaign);
    let earlier = earlier(app, campaign);
    let page = views::campaign::Page {
        app,
        lang,
        campaign,
        status,
        asking,
        tally: &tally,
        names: shown,
        earlier: &earlier,
        preview: false,
    };
    let page = page.markup();
    if names.is_none() {
        // Without the names rather than not at all, and not kept for those who come later.
        return Ok(trail.respond(Rendered::new(page), &headers));
    }
    Ok(trail.respond(app.pages.put(key, revision, now, page), &headers))
}

/// The versions of the text before the present one, newest first.
pub fn earlier(app: &App, campaign: &Campaign) -> Vec<i32> {
    let editions = app.hub.editions(campaign.id);
    let before = editions.iter().map(|edition| edition.version).filter(|one| *one < campaign.text_version);
    before.rev().collect()
}

/// What the page differs by besides its content and its count.
const fn label(status: Status, asking: bool) -> &'static str {
    match status {
        Status::Draft => "draft",
        Status::Upcoming => "upcoming",
        Status::Open if asking => "open, asking",
        Status::Open => "open",
        Status::Paused => "paused",
        Status::Closed => "closed",
        Status::Removed => "removed",
    }
}

/// The latest signatories who chose to be shown, as they chose.
async fn shown_names(app: &App, campaign: &Campaign) -> Result<Vec<String>, WebError> {
    let shown = rolls::list_shown(app.tools.db.read(), campaign.id, NAMES).await?;
    let names = shown.iter().filter_map(|signature| {
        let person = actions::open_person(&app.tools.vault, signature).ok()?;
        signature.display.of(&FullName::parse(&person.name).ok()?)
    });
    Ok(names.collect())
}
