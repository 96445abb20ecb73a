use std::sync::Arc;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

use crate::app::App;
use crate::domain::lang::Lang;
use crate::paths;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::form::Fields;

/// Whether a form may lead back there: to a page of the studio, and nowhere else.
fn is_ours(path: &str) -> bool {
    let below = path.strip_prefix(paths::STUDIO);
    below.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
        && path.chars().all(|c| c.is_ascii_alphanumeric() || "/?&=%-_.+".contains(c))
        && !path.contains("//")
}

pub async fn update(State(app): State<Arc<App>>, mut fields: Fields) -> Result<Response, WebError> {
    let lang: Lang = fields.take("lang").parse().map_err(|()| WebError::BadRequest)?;
    let from = fields.take("from");
    let back = if is_ours(&from) { &from } else { paths::STUDIO };
    let kept = [(header::SET_COOKIE, cookies::keep_language(&app, lang))];
    Ok((kept, Redirect::to(back)).into_response())
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn a_change_of_language_leads_to_no_other_site() {
        assert!(is_ours("/studio") && is_ours("/studio/campaigns/recognize-celil?from=2026-01-01&to="));
        for foreign in
            ["", "/", "/studios", "//evil.example", "/studio//evil.example", "/studio/\\evil", "https://evil"]
        {
            assert!(!is_ours(foreign), "{foreign}");
        }
    }
}
