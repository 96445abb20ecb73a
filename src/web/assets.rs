//! The stylesheet, the script, the font and the icon: built in, named by their content, kept by browsers for a year.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;

use super::error::WebError;
use crate::app::App;
use crate::domain::digest::sha256;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

struct Asset {
    kind: &'static str,
    bytes: Vec<u8>,
}

struct Assets {
    by_url: HashMap<String, Asset>,
    urls: HashMap<String, String>,
}

/// Everything in `static/`, with the font's own address put into the stylesheet.
static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let mut assets = Assets { by_url: HashMap::new(), urls: HashMap::new() };
    let (styles, others): (Vec<_>, Vec<_>) = Files::iter().partition(|name| name.ends_with(".css"));
    for name in others.into_iter().chain(styles) {
        let Some(file) = Files::get(&name) else { continue };
        let mut bytes = file.data.into_owned();
        if name.ends_with(".css") {
            let mut text = String::from_utf8_lossy(&bytes).into_owned();
            for (other, url) in &assets.urls {
                text = text.replace(&format!("url({other})"), &format!("url({url})"));
            }
            bytes = text.into_bytes();
        }
        let Some(kind) = kind(&name) else { continue };
        let url = format!("/static/{}", hashed(&name, &bytes));
        assets.urls.insert(name.to_string(), url.clone());
        assets.by_url.insert(url, Asset { kind, bytes });
    }
    assets
});

fn kind(name: &str) -> Option<&'static str> {
    match name.rsplit('.').next()? {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "woff2" => Some("font/woff2"),
        _ => None,
    }
}

/// `fonts/x.woff2` becomes `x.1a2b3c4d.woff2`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let (stem, ending) = file.split_once('.').unwrap_or((file, ""));
    format!("{stem}.{}.{ending}", &sha256(bytes)[..8])
}

/// The address of a file in `static/`, such as `postulo.css`.
pub fn url(name: &str) -> &'static str {
    ASSETS.urls.get(name).map_or("", String::as_str)
}

async fn show(Path(file): Path<String>) -> Result<Response, WebError> {
    let asset = ASSETS.by_url.get(&format!("/static/{file}")).ok_or(WebError::NotFound)?;
    let headers =
        [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.bytes.as_slice()).into_response())
}

pub fn router() -> Router<Arc<App>> {
    Router::new().route("/static/{file}", get(show))
}
