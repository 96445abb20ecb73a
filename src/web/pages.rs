//! Pages that everybody sees alike: rendered at most four times a second, answered from memory, kept by caches between.

use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use maud::Markup;

use crate::domain::digest::sha256;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;

/// How long a page may lag behind the count. The live stream has the count itself.
const FRESH: Duration = Duration::from_millis(250);

/// What caches may do: keep a page for some seconds, and show it while they ask for the next.
const CACHE_CONTROL: HeaderValue = HeaderValue::from_static("public, max-age=5, stale-while-revalidate=30");

/// Which page, of what, in which language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub page: &'static str,
    pub campaign: i32,
    pub lang: Lang,
}

/// A rendered page.
#[derive(Clone)]
pub struct Rendered {
    bytes: Bytes,
    /// The same, compressed once for all who take it.
    gzip: Bytes,
    etag: HeaderValue,
    /// The same page with something more in it, by what is more.
    variants: Arc<Mutex<HashMap<String, Rendered>>>,
}

/// How many variants of a page are kept.
const MOST_VARIANTS: usize = 100;

struct Entry {
    page: Rendered,
    /// What it was made from: rendered anew once that has changed and a moment has passed.
    revision: (i32, i64, &'static str),
    at: Moment,
}

/// The rendered pages of this node.
#[derive(Default)]
pub struct Cache(Mutex<HashMap<Key, Arc<Entry>>>);

impl Cache {
    /// The page as it is known, if it is fresh enough.
    pub fn get(&self, key: &Key, revision: (i32, i64, &'static str), now: Moment) -> Option<Rendered> {
        let entry = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()?;
        // A page from the future was made before the clock was set back.
        let young = (entry.at..entry.at + FRESH).contains(&now)
            && entry.revision.2 == revision.2
            && entry.revision.0 == revision.0;
        (entry.revision == revision || young).then(|| entry.page.clone())
    }

    /// The page as it was last made, with an older count, for when it cannot be made anew.
    pub fn last(&self, key: &Key, revision: (i32, i64, &'static str)) -> Option<Rendered> {
        let entry = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()?;
        (entry.revision.0 == revision.0 && entry.revision.2 == revision.2).then(|| entry.page.clone())
    }

    pub fn put(&self, key: Key, revision: (i32, i64, &'static str), now: Moment, page: Markup) -> Rendered {
        let page = Rendered::new(page);
        let entry = Arc::new(Entry { page: page.clone(), revision, at: now });
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key, entry);
        page
    }
}

impl Rendered {
    pub fn new(page: Markup) -> Self {
        let bytes = Bytes::from(page.into_string());
        let hash = sha256(&bytes);
        // Weak, since the same page leaves compressed in several ways.
        let etag = HeaderValue::from_str(&format!("W/\"{}\"", &hash[..24]))
            .unwrap_or(HeaderValue::from_static("W/\"\""));
        let gzip = compress(&bytes);
        Self { bytes, gzip, etag, variants: Arc::default() }
    }

    /// The same page with something more before a place in it: made once, as long as the page lasts.
    #[must_use]
    pub fn with(&self, place: &str, more: String) -> Self {
        let kept = |variants: &Mutex<HashMap<String, Self>>| {
            variants.lock().unwrap_or_else(PoisonError::into_inner).get(&more).cloned()
        };
        if let Some(variant) = kept(&self.variants) {
            return variant;
        }
        let page = String::from_utf8_lossy(&self.bytes).replacen(place, &format!("{more}{place}"), 1);
        let variant = Self::new(maud::PreEscaped(page));
        let mut variants = self.variants.lock().unwrap_or_else(PoisonError::into_inner);
        if variants.len() < MOST_VARIANTS {
            variants.insert(more, variant.clone());
        }
        variant
    }

    /// The page, or 304 where the asker has it.
    pub fn respond(self, asked: &HeaderMap) -> Response {
        let known =
            asked.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let etag = self.etag.to_str().unwrap_or_default();
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
            (header::CACHE_CONTROL, CACHE_CONTROL),
            (header::ETAG, self.etag.clone()),
            (header::VARY, HeaderValue::from_static("accept-encoding")),
        ];
        if known.split(',').any(|one| one.trim() == etag || one.trim() == "*") {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        let accepted =
            asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if takes_gzip(accepted) {
            return ([(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"))], headers, self.gzip)
                .into_response();
        }
        (headers, self.bytes).into_response()
    }
}

/// Whether `Accept-Encoding` (RFC 9110, 12.5.3) names gzip and does not rule it out.
fn takes_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|one| {
        let (coding, weight) = one.split_once(';').unwrap_or((one, ""));
        let ruled_out =
            weight.trim().strip_prefix("q=").is_some_and(|q| q.trim_end_matches(['0', '.']).is_empty());
        coding.trim().eq_ignore_ascii_case("gzip") && !ruled_out
    })
}

fn compress(bytes: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::default());
    let done = encoder.write_all(bytes).and_then(|()| encoder.finish());
    done.expect("memory takes what is written to it").into()
}

#[cfg(test)]
mod tests {
    use super::takes_gzip;

    #[test]
    fn a_page_is_compressed_for_those_who_take_it() {
        for accepted in ["gzip", "br, GZIP;q=0.5", "deflate, gzip"] {
            assert!(takes_gzip(accepted), "{accepted}");
        }
        for refused in ["", "br", "gzip;q=0", "gzip;q=0.0", "identity"] {
            assert!(!takes_gzip(refused), "{refused}");
        }
    }
}
