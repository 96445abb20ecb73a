use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::views::password::Page;
use crate::actions::accounts::change_password::change_own_password;
use crate::actions::accounts::typed_index;
use crate::app::App;
use crate::domain::password::{LONGEST, Password, SHORTEST};
use crate::i18n::t;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::Faults;
use crate::web::visitor::Visitor;

pub async fn edit(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    present.recently(&app, paths::STUDIO_PASSWORD)?;
    Ok(Page { app: &app, present: &present, faults: &Faults::new() }.markup())
}

pub async fn update(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    present.recently(&app, paths::STUDIO_PASSWORD)?;
    let (desk, lang) = (app.desk(), present.lang);
    app.limits.check_login(visitor.asker(&app), typed_index(&desk, &present.member.profile.email))?;
    let known = Password::typed(&fields.take("present"));
    let fault = match Password::choose(&fields.take("password")) {
        Ok(new) => {
            if change_own_password(&desk, &present.member.session, known, new).await? {
                app.mail_waits.notify_one();
                return Ok(Redirect::to(paths::STUDIO_SESSIONS).into_response());
            }
            ("present", t!(lang, "password-present-refused"))
        }
        Err(_) => ("password", t!(lang, "password-rule", shortest = SHORTEST, longest = LONGEST)),
    };
    let page = Page { app: &app, present: &present, faults: &vec![fault] }.markup();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
