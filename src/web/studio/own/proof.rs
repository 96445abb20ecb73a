use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::views::proof::Page;
use crate::actions::accounts::prove::prove;
use crate::actions::accounts::typed_index;
use crate::app::App;
use crate::domain::password::Password;
use crate::paths;
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

pub async fn new(State(app): State<Arc<App>>, present: Present, Query(asked): Query<Asked>) -> Markup {
    Page { app: &app, present: &present, then: &asked.then, is_refused: false }.markup()
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
    if !prove(&desk, &present.member.session, Password::typed(&fields.take("password"))).await? {
        let page = Page { app: &app, present: &present, then: &then, is_refused: true };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response());
    }
    Ok(Redirect::to(if is_ours(&then) { &then } else { paths::STUDIO }).into_response())
}
