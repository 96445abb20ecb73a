//! Pictures and documents as they are handed out: at addresses that name their content, kept by browsers for a year.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::error::WebError;
use crate::actions::replies::find_document;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::reply::DocumentKind;
use crate::storage::{papers, pictures, replies};
use crate::web::supporter::known;

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// What was uploaded by people runs nothing, loads nothing and stands alone, whatever a browser takes it for.
pub const SANDBOX: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/pictures/{file}", get(picture))
        .route("/documents/{file}", get(paper))
        .route("/campaigns/{slug}/replies/{number}/{file}", get(document))
}

/// The hash in a name such as `1a2b3c.jpg`.
fn hash<'a>(file: &'a str, ending: &str) -> Result<&'a str, WebError> {
    let stem = file.strip_suffix(ending).ok_or(WebError::NotFound)?;
    let is_hash = stem.len() == 32 && stem.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hash { Ok(stem) } else { Err(WebError::NotFound) }
}

async fn picture(State(app): State<Arc<App>>, Path(file): Path<String>) -> Result<Response, WebError> {
    let bytes = pictures::find_bytes(app.tools.db.read(), hash(&file, ".jpg")?).await?;
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CACHE_CONTROL, FOR_EVER),
        (header::CONTENT_SECURITY_POLICY, SANDBOX),
    ];
    Ok((headers, bytes.ok_or(WebError::NotFound)?).into_response())
}

/// A title as a name of a file that every system takes.
fn file_name(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").to_lowercase().chars().take(60).collect();
    if name.is_empty() { "document".to_owned() } else { name }
}

async fn paper(State(app): State<Arc<App>>, Path(file): Path<String>) -> Result<Response, WebError> {
    let found = papers::find_bytes(app.tools.db.read(), hash(&file, ".pdf")?).await?;
    let (title, bytes) = found.ok_or(WebError::NotFound)?;
    let saved_as = format!("attachment; filename=\"{}.pdf\"", file_name(title.get(Lang::En)));
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, saved_as),
        (header::CACHE_CONTROL, FOR_EVER.to_owned()),
        (header::CONTENT_SECURITY_POLICY, SANDBOX.to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

/// The ending of a document's name, and what browsers are told that it is.
pub const fn document_ending(kind: DocumentKind) -> (&'static str, &'static str) {
    match kind {
        DocumentKind::Pdf => ("pdf", "application/pdf"),
        DocumentKind::Jpeg => ("jpg", "image/jpeg"),
    }
}

/// The document of a reply, to be kept by browsers for so long.
pub fn reply_document(
    slug: &str,
    (number, kind): (i32, DocumentKind),
    keep: &'static str,
    bytes: Vec<u8>,
) -> Response {
    let (ending, is) = document_ending(kind);
    let headers = [
        (header::CONTENT_TYPE, is.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{slug}-reply-{number}.{ending}\"")),
        (header::CACHE_CONTROL, keep.to_owned()),
        (header::CONTENT_SECURITY_POLICY, SANDBOX.to_owned()),
    ];
    (headers, bytes).into_response()
}

/// The document of a reply that everybody can read.
async fn document(
    State(app): State<Arc<App>>,
    Path((slug, number, file)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let campaign = known(&app, &slug)?;
    let number: i32 = number.parse().map_err(|_| WebError::NotFound)?;
    let of = (campaign.id, number);
    let reply = replies::find(app.tools.db.read(), of).await?.filter(|reply| reply.shown_at.is_some());
    let document = reply.and_then(|reply| reply.document).ok_or(WebError::NotFound)?;
    let (ending, _) = document_ending(document.kind);
    let hash = hash(&file, &format!(".{ending}"))?;
    if !document.hash.starts_with(hash) {
        return Err(WebError::NotFound);
    }
    let bytes = find_document(&app.desk(), of).await?.ok_or(WebError::NotFound)?;
    // It may be taken off the page, and is then not to be had from anybody's cache for long.
    Ok(reply_document(&slug, (number, document.kind), "public, max-age=300", bytes))
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_title_becomes_a_name_of_a_file() {
        assert_eq!(file_name("UN opinion 14/2006: \"Celil\"\r\n"), "un-opinion-14-2006-celil");
        assert_eq!(file_name("ئۇيغۇرچە"), "document");
    }
}
