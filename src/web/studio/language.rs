use std::sync::Arc;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

use super::back::is_ours;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::paths;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::form::Fields;

pub async fn update(State(app): State<Arc<App>>, mut fields: Fields) -> Result<Response, WebError> {
    let lang: Lang = fields.take("lang").parse().map_err(|()| WebError::BadRequest)?;
    let from = fields.take("from");
    let back = if is_ours(&from) { &from } else { paths::STUDIO };
    let kept = [(header::SET_COOKIE, cookies::keep_language(&app, lang))];
    Ok((kept, Redirect::to(back)).into_response())
}
