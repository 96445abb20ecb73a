use std::sync::Arc;

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::{known, lang};
use crate::app::App;
use crate::domain::bulletin::{Published, languages};
use crate::domain::campaign::Campaign;
use crate::domain::digest::sha256;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::i18n::t;
use crate::markdown;
use crate::paths;
use crate::storage::bulletins;
use crate::web::error::WebError;

/// How many updates the feed holds.
const ENTRIES: u64 = 20;

const CACHE_CONTROL: HeaderValue = HeaderValue::from_static("public, max-age=60");

/// The updates of a campaign as an Atom feed (RFC 4287), in a language, or the next best where one is not written in it.
pub async fn show(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let (lang, campaign) = (lang(&segment)?, known(&app, &slug)?);
    let updates = bulletins::list_published(app.tools.db.read(), campaign.id, i16::MAX, ENTRIES).await?;
    let feed = feed(&app, lang, &campaign, &updates).to_string();
    let etag = format!("\"{}\"", &sha256(feed.as_bytes())[..24]);
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_known = known.split(',').any(|one| one.trim().trim_start_matches("W/") == etag);
    let answer = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/atom+xml; charset=utf-8")),
        (header::CACHE_CONTROL, CACHE_CONTROL),
        (header::ETAG, HeaderValue::from_str(&etag).unwrap_or(HeaderValue::from_static("\"\""))),
    ];
    if is_known {
        return Ok((StatusCode::NOT_MODIFIED, answer).into_response());
    }
    Ok((answer, feed).into_response())
}

fn at(moment: Moment) -> FixedDateTime {
    moment.to_string().parse().unwrap_or_default()
}

fn link(href: String, rel: &str, mime: &str, lang: Lang) -> Link {
    Link {
        href,
        rel: rel.to_owned(),
        mime_type: Some(mime.to_owned()),
        hreflang: Some(lang.code().to_owned()),
        ..Link::default()
    }
}

fn feed(app: &App, lang: Lang, campaign: &Campaign, updates: &[Published]) -> Feed {
    let url = |path: String| format!("{}{path}", app.tools.settings.http.public_url);
    let (slug, content) = (&*campaign.slug, &campaign.content);
    let changed = updates.iter().map(|update| update.changed_at).max().unwrap_or(campaign.opens_at);
    let title = t!(lang, "updates-feed-title", campaign = content.title.get(lang));
    Feed {
        id: url(paths::updates_feed(lang, slug)),
        lang: Some(lang.code().to_owned()),
        title: Text::plain(title),
        subtitle: Some(Text::plain(content.summary.get(lang))),
        updated: at(changed),
        authors: vec![Person { name: content.organiser.get(lang).to_owned(), ..Person::default() }],
        generator: Some(Generator { value: "Postulo".to_owned(), ..Generator::default() }),
        links: vec![
            link(url(paths::updates_feed(lang, slug)), "self", "application/atom+xml", lang),
            link(url(paths::updates(lang, slug)), "alternate", "text/html", lang),
        ],
        entries: updates.iter().filter_map(|update| entry(app, lang, campaign, update)).collect(),
        ..Feed::default()
    }
}

fn entry(app: &App, lang: Lang, campaign: &Campaign, update: &Published) -> Option<Entry> {
    let (tag, piece) = update.wording.best(lang.code(), &languages(campaign))?;
    let url = format!(
        "{}{}",
        app.tools.settings.http.public_url,
        paths::update(lang, &campaign.slug, update.number)
    );
    let html = Content {
        content_type: Some("html".to_owned()),
        lang: Some(tag.to_owned()),
        value: Some(markdown::html(&piece.body).into_string()),
        ..Content::default()
    };
    Some(Entry {
        id: url.clone(),
        title: Text { value: piece.title.clone(), lang: Some(tag.to_owned()), ..Text::default() },
        published: Some(at(update.published_at)),
        updated: at(update.changed_at),
        links: vec![link(url, "alternate", "text/html", lang)],
        content: Some(html),
        ..Entry::default()
    })
}
