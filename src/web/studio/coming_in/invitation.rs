use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::views::invitation::Page;
use crate::actions::accounts::invite::{accept, find_invitation, open};
use crate::app::App;
use crate::domain::name::FullName;
use crate::domain::password::{LONGEST, Password, SHORTEST};
use crate::i18n::t;
use crate::paths;
use crate::storage::invitations::Invitation;
use crate::storage::organisations;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::views::form::Faults;
use crate::web::visitor::Visitor;

async fn found(app: &App, token: &str) -> Result<Invitation, WebError> {
    find_invitation(&app.desk(), token).await?.ok_or(WebError::UnknownLink)
}

async fn page(
    app: &App,
    visitor: &Visitor,
    (token, invitation): (&str, &Invitation),
    (name, faults): (&str, &Faults),
) -> Result<Markup, WebError> {
    let email = open(&app.tools.vault, invitation).map_err(|_| WebError::UnknownLink)?.email;
    let organisation = organisations::find(app.tools.db.read(), invitation.organisation).await?;
    let organisation = organisation.ok_or(WebError::UnknownLink)?.name;
    let organisation =
        if organisation.is_empty() { &app.tools.settings.operator.name } else { &organisation };
    let lang = visitor.lang;
    Ok(Page { app, lang, token, organisation, role: invitation.role, email: &email, name, faults }.markup())
}

pub async fn new(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    visitor: Visitor,
) -> Result<Markup, WebError> {
    let invitation = found(&app, &token).await?;
    page(&app, &visitor, (&token, &invitation), ("", &Faults::new())).await
}

/// Makes the account; the login is the next page, and after it, where the role asks for it, the second factor.
pub async fn create(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let (invitation, lang) = (found(&app, &token).await?, visitor.lang);
    let typed = fields.take("name");
    let name = FullName::parse(&typed).map_err(|_| ("name", t!(lang, "invitation-name-refused")));
    let password = Password::choose(&fields.take("password"))
        .map_err(|_| ("password", t!(lang, "password-rule", shortest = SHORTEST, longest = LONGEST)));
    match (name, password) {
        (Ok(name), Ok(password)) => {
            accept(&app.desk(), &invitation, &name, password).await?;
            Ok(Redirect::to(paths::STUDIO_LOGIN).into_response())
        }
        (name, password) => {
            let faults: Faults = [name.err(), password.err()].into_iter().flatten().collect();
            let page = page(&app, &visitor, (&token, &invitation), (&typed, &faults)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
