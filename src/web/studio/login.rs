use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::views::login::Page;
use crate::actions::accounts::end_sessions::log_out;
use crate::actions::accounts::log_in::{Entry, Shown, log_in};
use crate::actions::accounts::typed_index;
use crate::app::App;
use crate::domain::device::device;
use crate::domain::password::Password;
use crate::paths;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::visitor::Visitor;

pub async fn new(State(app): State<Arc<App>>, visitor: Visitor) -> Markup {
    Page { app: &app, lang: visitor.lang, email: "", is_refused: false }.markup()
}

pub async fn create(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    headers: HeaderMap,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let email = fields.take("email").trim().to_owned();
    let desk = app.desk();
    app.limits.check_login(visitor.asker(&app), typed_index(&desk, &email))?;
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let shown = Shown {
        email: email.clone(),
        password: Password::typed(&fields.take("password")),
        device: device(agent.unwrap_or_default()),
        before: cookies::session(&headers, &app),
        lang: visitor.lang,
    };
    let Some(entry) = log_in(&desk, shown).await? else {
        let page = Page { app: &app, lang: visitor.lang, email: &email, is_refused: true };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response());
    };
    let (token, next) = match entry {
        Entry::In(token) => (token, paths::STUDIO),
        Entry::AwaitsCode(token) => (token, paths::STUDIO_LOGIN_CODE),
    };
    let kept = [(header::SET_COOKIE, cookies::keep_session(&app, &token))];
    Ok((kept, Redirect::to(next)).into_response())
}

pub async fn destroy(State(app): State<Arc<App>>, headers: HeaderMap) -> Result<Response, WebError> {
    if let Some(token) = cookies::session(&headers, &app) {
        log_out(&app.desk(), &token).await?;
    }
    let forgotten = [(header::SET_COOKIE, cookies::forget_session(&app))];
    Ok((forgotten, Redirect::to(paths::STUDIO_LOGIN)).into_response())
}
