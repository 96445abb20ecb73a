//! Every request is given an id, which its log lines carry, and is measured by the pattern of its route.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use tracing::{Instrument, debug, info_span, warn};

use super::visitor::Visitor;
use crate::app::App;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The longest id that is taken over from a proxy.
const MAX_ID: usize = 64;

pub async fn observe(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let pattern = request.extensions().get::<MatchedPath>().cloned();
    let route = pattern.as_ref().map_or("unknown", MatchedPath::as_str);
    let method = known(request.method());
    let (parts, body) = request.into_parts();
    let given = parts.headers.get(REQUEST_ID).filter(|id| is_sound(id) && Visitor::is_proxied(&parts, &app));
    let id = given.cloned().unwrap_or_else(|| new_id(&app));
    let span = info_span!("request", id = id.to_str().unwrap_or_default());
    let mut response = next.run(Request::from_parts(parts, body)).instrument(span.clone()).await;
    let (status, took) = (response.status().as_u16(), began.elapsed());
    span.in_scope(|| log(route, method, status, took));
    app.metrics.answered(route, method, status, took);
    response.headers_mut().insert(REQUEST_ID, id);
    response
}

/// Never the address of the page: it may hold somebody's link.
fn log(route: &str, method: &str, status: u16, took: Duration) {
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
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

fn new_id(app: &App) -> HeaderValue {
    let id = format!("{:016x}", u64::from_be_bytes(app.tools.entropy.bytes()));
    HeaderValue::from_str(&id).unwrap_or(HeaderValue::from_static("0"))
}
