use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::views::proof::Page;
use crate::actions::accounts::factor::code_now;
use crate::actions::accounts::prove::prove;
use crate::actions::accounts::typed_index;
use crate::app::App;
use crate::domain::password::Password;
use crate::paths;
use crate::storage::factors;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::back::is_ours;
use crate::web::studio::member::Present;
use crate::web::visitor::Visitor;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    then: String,
}

async fn page(app: &App, present: &Present, then: &str, is_refused: bool) -> Result<Markup, WebError> {
    let account = present.member.account.id;
    let is_enrolled = factors::find(app.tools.db.read(), account).await?.is_some();
    let shown = if app.demo { code_now(&app.desk(), account).await? } else { None };
    Ok(Page { app, present, then, is_enrolled, shown: shown.as_deref(), is_refused }.markup())
}

pub async fn new(
    State(app): State<Arc<App>>,
    present: Present,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    page(&app, &present, &asked.then, false).await
}

/// Leads on to where the proof was asked for.
pub async fn create(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let (desk, then) = (app.desk(), fields.take("then"));
    app.limits.check_login(visitor.asker(&app), typed_index(&desk, &present.member.profile.email))?;
    let (password, code) = (Password::typed(&fields.take("password")), fields.take("code"));
    if !prove(&desk, &present.member.session, password, &code).await? {
        let page = page(&app, &present, &then, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    Ok(Redirect::to(if is_ours(&then) { &then } else { paths::STUDIO }).into_response())
}
