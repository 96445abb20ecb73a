use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::views::code::Page;
use crate::actions::accounts::factor::code_now;
use crate::actions::accounts::second_step::{Step, Waiting, second_step, waiting};
use crate::actions::accounts::typed_index;
use crate::app::App;
use crate::paths;
use crate::web::cookies;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::visitor::Visitor;

async fn page(app: &App, visitor: &Visitor, waiting: &Waiting, is_refused: bool) -> Result<Markup, WebError> {
    // Whoever tries the demo has no app that knows its secrets.
    let shown = if app.demo { code_now(&app.desk(), waiting.account.id).await? } else { None };
    Ok(Page { app, lang: visitor.lang, shown: shown.as_deref(), is_refused }.markup())
}

/// To the beginning: nobody waits here, or not any more.
fn begin_again() -> Response {
    Redirect::to(paths::STUDIO_LOGIN).into_response()
}

pub async fn new(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let Some(token) = cookies::session(&headers, &app) else { return Ok(begin_again()) };
    let Some(waiting) = waiting(&app.desk(), &token).await? else { return Ok(begin_again()) };
    Ok(page(&app, &visitor, &waiting, false).await?.into_response())
}

/// The second step of a login, limited as the first one is.
pub async fn create(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    headers: HeaderMap,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let desk = app.desk();
    let Some(token) = cookies::session(&headers, &app) else { return Ok(begin_again()) };
    let Some(waiting) = waiting(&desk, &token).await? else { return Ok(begin_again()) };
    app.limits.check_login(visitor.asker(&app), typed_index(&desk, &waiting.profile.email))?;
    match second_step(&desk, &waiting, (&token, visitor.lang), &fields.take("code")).await? {
        Step::In(token) => {
            let kept = [(header::SET_COOKIE, cookies::keep_session(&app, &token))];
            Ok((kept, Redirect::to(paths::STUDIO)).into_response())
        }
        Step::Wrong => {
            let page = page(&app, &visitor, &waiting, true).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Step::Over => Ok(begin_again()),
    }
}
