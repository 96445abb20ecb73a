//! Tables to take away.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::domain::sheet;

/// The headers of a table as a file.
pub fn headers(name: &str) -> [(header::HeaderName, HeaderValue); 2] {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment"))),
    ]
}

/// A whole file.
pub fn file<R: AsRef<[String]>>(name: &str, rows: impl IntoIterator<Item = R>) -> Response {
    (headers(name), sheet::file(rows)).into_response()
}
