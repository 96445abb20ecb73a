//! Somebody confirms that an email address is theirs, to which their signatures go.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::{claims, lang, views};
use crate::actions::people::readdress::{confirm, find};
use crate::app::App;
use crate::domain::token::Purpose;
use crate::paths;
use crate::web::error::WebError;

/// A button, or what has become of it. Looking changes nothing, whoever looks.
pub async fn show(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let lang = lang(&segment)?;
    let claims = claims(&app, &token, Purpose::NewAddress)?;
    let new = find(&app.desk(), claims.id, claims.campaign).await?;
    Ok(views::address::page(&app, lang, &token, &new).into_response())
}

pub async fn create(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let lang = lang(&segment)?;
    let claims = claims(&app, &token, Purpose::NewAddress)?;
    confirm(&app.desk(), claims.id, claims.campaign).await?;
    Ok(Redirect::to(&paths::new_address(lang, &token)).into_response())
}
