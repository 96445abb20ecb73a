//! Files that are sent as they are read, and from where a reader was cut off.

use std::ops::RangeInclusive;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use http_range_header::{EndPosition, StartPosition, parse_range_header};
use tracing::error;

use crate::actions::deliveries::{DeliveryError, Fetching};
use crate::app::App;

/// Which bytes are asked for: all where no range is, or one of another file than this; nothing where it begins behind the last.
fn asked(headers: &HeaderMap, bytes: u64, tag: &str) -> Option<RangeInclusive<u64>> {
    let whole = 0..=bytes.saturating_sub(1);
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let is_this = text(header::IF_RANGE).is_none_or(|known| known == tag);
    let Some(range) = text(header::RANGE).filter(|_| is_this) else { return Some(whole) };
    // What is no range of bytes is ignored, as RFC 9110, section 14.2, has it; so are several at once.
    let Ok(parsed) = parse_range_header(range) else { return Some(whole) };
    let [one] = parsed.ranges[..] else { return Some(whole) };
    let start = match one.start {
        StartPosition::Index(start) => start,
        // The last so many bytes: all of a file that has fewer (14.1.2).
        StartPosition::FromLast(many) => bytes.saturating_sub(many),
    };
    let end = match one.end {
        EndPosition::Index(end) if end < start => return Some(whole),
        EndPosition::Index(end) => end.min(*whole.end()),
        EndPosition::LastByte => *whole.end(),
    };
    (start < bytes).then_some(start..=end)
}

/// Sends a package, or what is asked for of it. `tag` tells it from others.
pub fn send(app: &Arc<App>, fetching: Fetching, headers: &HeaderMap, (name, tag): (&str, &str)) -> Response {
    let (bytes, tag) = (fetching.bytes(), format!("\"{tag}\""));
    let Some(range) = asked(headers, bytes, &tag) else {
        let unsatisfied = [(header::CONTENT_RANGE, format!("bytes */{bytes}"))];
        return (StatusCode::RANGE_NOT_SATISFIABLE, unsatisfied).into_response();
    };
    let (start, end) = (*range.start(), *range.end());
    let kind = if fetching.is_enclosed() { "application/octet-stream" } else { "application/zip" };
    let is_whole = start == 0 && end + 1 == bytes;
    let body = read(app.clone(), fetching, range);
    let mut response = Body::from_stream(body).into_response();
    let mut put = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    put(header::CONTENT_TYPE, kind);
    put(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""));
    put(header::ACCEPT_RANGES, "bytes");
    put(header::ETAG, &tag);
    put(header::CONTENT_LENGTH, &(end + 1 - start).to_string());
    if !is_whole {
        put(header::CONTENT_RANGE, &format!("bytes {start}-{end}/{bytes}"));
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    }
    response
}

/// A piece is read when whoever reads has taken the one before.
fn read(
    app: Arc<App>,
    fetching: Fetching,
    range: RangeInclusive<u64>,
) -> impl futures_util::Stream<Item = Result<Bytes, DeliveryError>> {
    let (start, end) = range.into_inner();
    let fetching = Arc::new(fetching);
    stream::try_unfold(Some(start), move |from| {
        let (app, fetching) = (app.clone(), fetching.clone());
        async move {
            let Some(from) = from.filter(|from| *from <= end) else { return Ok(None) };
            let part = fetching.read(&app.desk(), from).await.inspect_err(|error| {
                error!(%error, "a package could not be sent to its end");
            })?;
            let most = usize::try_from(end + 1 - from).unwrap_or(usize::MAX);
            let mut bytes = Bytes::from(part.bytes);
            bytes.truncate(most);
            Ok(Some((bytes, part.next)))
        }
    })
}
