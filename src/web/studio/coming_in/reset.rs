use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::views::reset::{Asking, Choosing, Sent};
use crate::actions::accounts::reset::{find_reset, request_reset, reset_password};
use crate::actions::accounts::typed_index;
use crate::app::App;
use crate::domain::email::EmailAddress;
use crate::domain::password::Password;
use crate::paths;
use crate::storage::resets::Reset;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::visitor::Visitor;

pub async fn new(State(app): State<Arc<App>>, visitor: Visitor) -> Markup {
    Asking { app: &app, lang: visitor.lang, email: "", is_refused: false }.markup()
}

/// The same answer for every address, after the same work.
pub async fn create(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let (desk, lang) = (app.desk(), visitor.lang);
    let typed = fields.take("email").trim().to_owned();
    app.limits.check_login(visitor.asker(&app), typed_index(&desk, &typed))?;
    let Ok(email) = EmailAddress::parse(&typed) else {
        let page = Asking { app: &app, lang, email: &typed, is_refused: true }.markup();
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    request_reset(&desk, &email, lang).await?;
    app.mail_waits.notify_one();
    Ok(Sent { app: &app, lang }.markup().into_response())
}

/// What the link is for; a link that was used, or that we did not make, is answered alike.
async fn found(app: &App, token: &str) -> Result<Reset, WebError> {
    find_reset(&app.desk(), token).await?.ok_or(WebError::UnknownLink)
}

pub async fn edit(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    visitor: Visitor,
) -> Result<Markup, WebError> {
    found(&app, &token).await?;
    Ok(Choosing { app: &app, lang: visitor.lang, token: &token, is_refused: false }.markup())
}

pub async fn update(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let reset = found(&app, &token).await?;
    let Ok(password) = Password::choose(&fields.take("password")) else {
        let page = Choosing { app: &app, lang: visitor.lang, token: &token, is_refused: true }.markup();
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    reset_password(&app.desk(), &reset, password).await?;
    app.mail_waits.notify_one();
    Ok(Redirect::to(paths::STUDIO_LOGIN).into_response())
}
