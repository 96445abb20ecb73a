//! The demo's mail: what was sent, to be read in the browser. Not part of any other installation.

use std::path::Path as FilePath;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use mail_parser::{Message, MessageParser};
use maud::{Markup, html};
use uuid::Uuid;

use super::error::WebError;
use super::ui;
use super::visitor::Visitor;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;

/// How many mails the page shows.
const MOST: usize = 50;

/// A mail brings its own inline styles, and nothing else.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub fn router() -> Router<Arc<App>> {
    Router::new().route(paths::OUTBOX, get(index)).route("/outbox/{id}", get(show))
}

async fn index(State(app): State<Arc<App>>, visitor: Visitor) -> Result<Markup, WebError> {
    let folder = app.tools.settings.outbox_dir();
    let mails = tokio::task::spawn_blocking(move || newest(&folder)).await.map_err(|_| WebError::Internal)?;
    let lang = visitor.lang;
    let parsed: Vec<_> =
        mails.iter().filter_map(|(id, bytes)| Some((*id, MessageParser::new().parse(bytes)?))).collect();
    let body = html! {
        h1 { (t!(lang, "outbox-title")) }
        p { (t!(lang, "outbox-about")) }
        @if parsed.is_empty() { p.notice { (t!(lang, "outbox-empty")) } }
        @for (id, mail) in &parsed { (entry(lang, *id, mail)) }
    };
    Ok(ui::page(&app, &ui::Head::private(lang, &t!(lang, "outbox-title")), &body))
}

fn entry(lang: Lang, id: Uuid, mail: &Message<'_>) -> Markup {
    let to = mail.to().and_then(|to| to.first()).and_then(|to| to.address()).unwrap_or_default();
    let text = mail.body_text(0).unwrap_or_default();
    html! {
        article.mail {
            h2 { a href={ (paths::OUTBOX) "/" (id) } { (mail.subject().unwrap_or_default()) } }
            p.small { (t!(lang, "outbox-to", address = to)) }
            pre.mail-text dir="auto" {
                @for line in text.lines() {
                    @if line.starts_with("http") { a href=(line) { (line) } } @else { (line) }
                    "\n"
                }
            }
        }
    }
}

/// One mail as its reader sees it.
async fn show(State(app): State<Arc<App>>, Path(id): Path<String>) -> Result<Response, WebError> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let file = app.tools.settings.outbox_dir().join(format!("{id}.eml"));
    let bytes = tokio::fs::read(file).await.map_err(|_| WebError::NotFound)?;
    let mail = MessageParser::new().parse(&bytes).ok_or(WebError::NotFound)?;
    let page = mail.body_html(0).unwrap_or_default().into_owned();
    let headers =
        [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_SECURITY_POLICY, MAIL_POLICY)];
    Ok((headers, page).into_response())
}

/// The newest mails: the names of the files sort by time.
fn newest(folder: &FilePath) -> Vec<(Uuid, Vec<u8>)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut ids: Vec<Uuid> = entries
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".eml")?.parse().ok())
        .collect();
    ids.sort_unstable_by(|a, b| b.cmp(a));
    ids.truncate(MOST);
    ids.into_iter()
        .filter_map(|id| Some((id, std::fs::read(folder.join(format!("{id}.eml"))).ok()?)))
        .collect()
}
