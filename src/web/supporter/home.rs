use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::{lang, views};
use crate::app::App;
use crate::domain::campaign::Status;
use crate::domain::lang::Lang;
use crate::paths;
use crate::web::error::WebError;
use crate::web::pages::Rendered;

pub async fn choose_language(headers: HeaderMap) -> Response {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let headers = [(header::VARY, "accept-language"), (header::CACHE_CONTROL, "public, max-age=3600")];
    (headers, Redirect::to(&paths::home(Lang::accepted(accepted)))).into_response()
}

pub async fn add_slash(Path(segment): Path<String>) -> Result<Redirect, WebError> {
    Ok(Redirect::permanent(&paths::home(lang(&segment)?)))
}

/// The open campaigns.
pub async fn index(
    State(app): State<Arc<App>>,
    Path(segment): Path<String>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let lang = lang(&segment)?;
    let now = app.tools.clock.now();
    let open: Vec<_> =
        app.hub.campaigns().into_iter().filter(|campaign| campaign.status(now) == Status::Open).collect();
    let counted: Vec<_> =
        open.iter().map(|campaign| (&**campaign, app.hub.sight(campaign.id).counted())).collect();
    Ok(Rendered::new(views::home::page(&app, lang, &counted)).respond(&headers))
}
