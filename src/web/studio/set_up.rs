use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::views::set_up::{Fault, Page};
use crate::actions::accounts::set_up::{First, is_set_up, set_up};
use crate::actions::accounts::typed_index;
use crate::app::App;
use crate::domain::email::EmailAddress;
use crate::domain::name::FullName;
use crate::domain::password::Password;
use crate::domain::token::Purpose;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::visitor::Visitor;

/// A link that we made, in its time, while there is no account.
async fn check(app: &App, token: &str) -> Result<(), WebError> {
    let desk = app.desk();
    let claims = app.tools.vault.claims(token).filter(|claims| claims.purpose == Purpose::SetUp);
    let in_time = claims.and_then(|claims| claims.expires).is_some_and(|expires| desk.now < expires);
    if !in_time || is_set_up(&desk).await? {
        return Err(WebError::UnknownLink);
    }
    Ok(())
}

pub async fn new(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    visitor: Visitor,
) -> Result<Markup, WebError> {
    check(&app, &token).await?;
    let page =
        Page { app: &app, lang: visitor.lang, token: &token, organisation: "", email: "", faults: &[] };
    Ok(page.markup())
}

pub async fn create(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    check(&app, &token).await?;
    let (name, typed) = (fields.take("organisation"), fields.take("email"));
    let desk = app.desk();
    app.limits.check_login(visitor.asker(&app), typed_index(&desk, &typed))?;
    let organisation = FullName::parse(&name).map_err(|_| Fault::Organisation);
    let email = EmailAddress::parse(&typed).map_err(|_| Fault::Email);
    let password = Password::choose(&fields.take("password")).map_err(|_| Fault::Password);
    match (organisation, email, password) {
        (Ok(organisation), Ok(email), Ok(password)) => {
            set_up(&desk, First { organisation, email, password }).await?;
            Ok(Redirect::to(paths::STUDIO_LOGIN).into_response())
        }
        (organisation, email, password) => {
            let faults: Vec<Fault> =
                [organisation.err(), email.err(), password.err()].into_iter().flatten().collect();
            let page = Page {
                app: &app,
                lang: visitor.lang,
                token: &token,
                organisation: &name,
                email: &typed,
                faults: &faults,
            };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response())
        }
    }
}
