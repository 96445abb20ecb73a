//! What every answer has: an id that its log lines carry too, words where it is an error, headers, and a measure.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use tracing::{Instrument, debug, info_span, warn};

use super::error;
use super::visitor::{Reader, Visitor};
use crate::app::App;
use crate::guard::headers;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The longest id that is taken over from a proxy.
const MAX_ID: usize = 64;

/// What the answer needs to know of its request, which is gone by then.
struct Asked {
    began: Instant,
    route: Option<MatchedPath>,
    method: &'static str,
    id: HeaderValue,
    reader: Reader,
}

impl Asked {
    fn of(parts: &Parts, app: &App) -> Self {
        let given = parts.headers.get(REQUEST_ID);
        let given = given.filter(|id| is_sound(id) && Visitor::is_proxied(parts, app));
        Self {
            began: Instant::now(),
            route: parts.extensions.get::<MatchedPath>().cloned(),
            method: known(&parts.method),
            id: given.cloned().unwrap_or_else(|| new_id(app)),
            reader: Reader::of(parts),
        }
    }

    /// The pattern of the route, never the address: it may hold somebody's link.
    fn route(&self) -> &str {
        self.route.as_ref().map_or("unknown", MatchedPath::as_str)
    }
}

/// Gives a request its id, errors their words, and every answer its headers; and measures it.
pub async fn finish(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let asked = Asked::of(&parts, &app);
    let span = info_span!("request", id = asked.id.to_str().unwrap_or_default());
    let response = next.run(Request::from_parts(parts, body)).instrument(span.clone()).await;
    let mut response = span.in_scope(|| {
        let response = error::render(&app, asked.reader, response);
        log(&asked, response.status().as_u16());
        response
    });
    app.metrics.answered(asked.route(), asked.method, response.status().as_u16(), asked.began.elapsed());
    let headers = response.headers_mut();
    headers::secure(headers, app.tools.settings.http.public_url.starts_with("https://"));
    headers.insert(REQUEST_ID, asked.id);
    response
}

fn log(asked: &Asked, status: u16) {
    let ms = u64::try_from(asked.began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let (route, method) = (asked.route(), asked.method);
    if status >= 500 {
        warn!(route, method, status, ms, "answered");
    } else {
        debug!(route, method, status, ms, "answered");
    }
}

fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

fn is_sound(id: &HeaderValue) -> bool {
    let id = id.as_bytes();
    !id.is_empty()
        && id.len() <= MAX_ID
        && id.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
}

/// The start of the service, and the how-manieth request since.
fn new_id(app: &App) -> HeaderValue {
    let n = app.requests.fetch_add(1, Ordering::Relaxed);
    let id = format!("{:08x}{n:08x}", app.name);
    HeaderValue::from_str(&id).unwrap_or(HeaderValue::from_static("0"))
}
