use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde::Serialize;
use tracing::error;

use super::WebError;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::refusal::Refusal;
use crate::web::studio;
use crate::web::ui::{self, refusal_words};
use crate::web::visitor::Reader;

/// RFC 9457.
#[derive(Serialize)]
struct Problem {
    #[serde(rename = "type")]
    kind: &'static str,
    status: u16,
    title: String,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem>,
}

#[derive(Serialize)]
struct FieldProblem {
    field: &'static str,
    detail: String,
}

/// Gives every error its words: a page for a person, `application/problem+json` for a program.
pub fn render(app: &App, reader: Reader, mut response: Response) -> Response {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let known = response.extensions_mut().remove::<WebError>();
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    // Whoever asks for a part that there is not is a program, which reads how much there is.
    let is_part = status == StatusCode::RANGE_NOT_SATISFIABLE;
    if known.is_none() && (is_page || is_part) {
        return response;
    }
    let error = known.unwrap_or_else(|| WebError::from_status(status));
    told(app, reader, &error, response)
}

fn told(app: &App, reader: Reader, error: &WebError, response: Response) -> Response {
    let lang = reader.lang;
    let (title, detail) = error.words(lang);
    let reference = matches!(error, WebError::Internal).then(|| {
        let reference = u32::from_be_bytes(app.tools.entropy.bytes());
        format!("{reference:08x}")
    });
    if let WebError::Limited(limited) = error {
        app.metrics.limited(limited.limit);
    }
    if let Some(reference) = &reference {
        error!(reference, "a request failed");
    }
    let (kind, body) = if reader.wants_json {
        let errors = match error {
            WebError::Refused(refusals) => {
                refusals.iter().map(|refusal| field_problem(lang, refusal)).collect()
            }
            _ => Vec::new(),
        };
        let status = error.status().as_u16();
        let problem = Problem { kind: "about:blank", status, title, detail, reference, errors };
        ("application/problem+json", serde_json::to_string(&problem).unwrap_or_default())
    } else {
        let page = if reader.is_in_studio {
            studio::error_page(app, lang, (&title, &detail), reference.as_deref())
        } else {
            ui::error_page(app, lang, &title, &detail, reference.as_deref(), error.campaign())
        };
        ("text/html; charset=utf-8", page.into_string())
    };
    let (mut parts, _) = response.into_parts();
    parts.status = error.status();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(seconds) = error.retry_after() {
        parts.headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Response::from_parts(parts, Body::from(body))
}

fn field_problem(lang: Lang, refusal: &Refusal) -> FieldProblem {
    FieldProblem { field: refusal.field.name(), detail: refusal_words(lang, refusal) }
}
