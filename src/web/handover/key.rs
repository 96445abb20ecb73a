use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::app::App;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;
use crate::storage::signing_keys;
use crate::web::error::WebError;
use crate::web::ui::{self, Head};

/// The fingerprints of the keys that packages are and were signed with, to be compared with the cover.
pub async fn show(State(app): State<Arc<App>>, Path(segment): Path<String>) -> Result<Markup, WebError> {
    let lang: Lang = segment.parse().map_err(|()| WebError::NotFound)?;
    let keys = signing_keys::list(app.tools.db.read()).await?;
    let title = t!(lang, "delivery-key-title");
    let body = html! {
        article.prose {
            h1 { (title) }
            p { (t!(lang, "delivery-key-about")) }
            @if keys.is_empty() { p.notice { (t!(lang, "delivery-key-none")) } }
            @for key in &keys {
                section.card {
                    h2 { @if key.in_use { (t!(lang, "delivery-key-now")) } @else { (t!(lang, "delivery-key-before")) } }
                    p.share-url { (key.fingerprint) }
                }
            }
            @if !keys.is_empty() { p { a href=(paths::DELIVERY_KEY_FILE) { (t!(lang, "delivery-key-file")) } } }
        }
    };
    let path = paths::delivery_key;
    Ok(ui::page(&app, &Head { path: Some(&path), ..Head::private(lang, &title) }, &body))
}

/// The same as lines of a `.pub` file.
pub async fn file(State(app): State<Arc<App>>) -> Result<Response, WebError> {
    let keys = signing_keys::list(app.tools.db.read()).await?;
    let lines: Vec<String> = keys.iter().map(|key| format!("{}\n", key.public.trim())).collect();
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], lines.concat()).into_response())
}
