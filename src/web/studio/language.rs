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

/// The pages that one comes back to.
const PAGES: [&str; 4] = [paths::STUDIO, paths::STUDIO_LOGIN, paths::STUDIO_SESSIONS, paths::STUDIO_ACCOUNTS];

pub async fn update(State(app): State<Arc<App>>, mut fields: Fields) -> Result<Response, WebError> {
    let lang: Lang = fields.take("lang").parse().map_err(|()| WebError::BadRequest)?;
    let from = fields.take("from");
    let back = PAGES.into_iter().find(|page| *page == from).unwrap_or(paths::STUDIO);
    let kept = [(header::SET_COOKIE, cookies::keep_language(&app, lang))];
    Ok((kept, Redirect::to(back)).into_response())
}
