use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::views::factor::{Codes, Enrolled, Offered};
use crate::actions::accounts::factor::{enrol, offer, offered, remove, renew_codes};
use crate::actions::accounts::typed_index;
use crate::app::App;
use crate::domain::factor::Secret;
use crate::paths;
use crate::storage::factors;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;
use crate::web::visitor::Visitor;

/// The page of whoever has none yet, with a new secret or the one that was offered before.
fn offered_page(app: &App, present: &Present, kept: Option<(Secret, String)>, is_refused: bool) -> Markup {
    let (secret, offer) = kept.unwrap_or_else(|| offer(&app.desk(), present.member.account.id));
    Offered { app, present, secret: &secret, offer: &offer, is_refused }.markup()
}

/// One's second factor, or the offer of one.
pub async fn show(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    present.recently(&app, paths::STUDIO_FACTOR)?;
    let (db, account) = (app.tools.db.read(), present.member.account.id);
    let Some(found) = factors::find(db, account).await? else {
        return Ok(offered_page(&app, &present, None, false));
    };
    let left = factors::count_codes(db, account).await?;
    Ok(Enrolled { app: &app, present: &present, since: found.enrolled_at, left }.markup())
}

/// Takes the offer. The recovery codes are the answer: they are kept nowhere, so no other page could show them.
pub async fn create(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    present.recently(&app, paths::STUDIO_FACTOR)?;
    let (desk, session) = (app.desk(), &present.member.session);
    app.limits.check_login(visitor.asker(&app), typed_index(&desk, &present.member.profile.email))?;
    let (brought, code) = (fields.take("offer"), fields.take("code"));
    let secret = offered(&desk, session.account, &brought);
    if let Some(secret) = &secret
        && let Some(codes) = enrol(&desk, session, secret, &code).await?
    {
        return Ok(Codes { app: &app, present: &present, all: &codes }.markup().into_response());
    }
    if secret.is_some() && factors::find(app.tools.db.read(), session.account).await?.is_some() {
        // It was set up by the same form a moment ago: its page makes new recovery codes for who has not seen them.
        return Ok(Redirect::to(paths::STUDIO_FACTOR).into_response());
    }
    let kept = secret.map(|secret| (secret, brought));
    let page = offered_page(&app, &present, kept, true);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// What no page of ours sends without having said what comes of it.
fn is_meant(fields: &mut Fields) -> Result<(), WebError> {
    if fields.take("sure") == "yes" { Ok(()) } else { Err(WebError::BadRequest) }
}

pub async fn renew(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Markup, WebError> {
    present.recently(&app, paths::STUDIO_FACTOR)?;
    is_meant(&mut fields)?;
    let codes = renew_codes(&app.desk(), present.member.account.id).await?;
    Ok(Codes { app: &app, present: &present, all: &codes }.markup())
}

pub async fn destroy(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Redirect, WebError> {
    present.recently(&app, paths::STUDIO_FACTOR)?;
    is_meant(&mut fields)?;
    remove(&app.desk(), present.member.account.id).await?;
    Ok(Redirect::to(paths::STUDIO_FACTOR))
}
