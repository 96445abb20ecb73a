use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{lang, views};
use crate::app::App;
use crate::web::error::WebError;
use crate::web::pages::Rendered;

pub async fn privacy(
    State(app): State<Arc<App>>,
    Path(segment): Path<String>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    Ok(Rendered::new(views::about::privacy(&app, lang(&segment)?)).respond(&headers))
}

pub async fn accessibility(
    State(app): State<Arc<App>>,
    Path(segment): Path<String>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    Ok(Rendered::new(views::about::accessibility(&app, lang(&segment)?)).respond(&headers))
}

pub async fn counting(
    State(app): State<Arc<App>>,
    Path(segment): Path<String>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    Ok(Rendered::new(views::about::counting(&app, lang(&segment)?)).respond(&headers))
}
