use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{known, lang, views};
use crate::actions::contact;
use crate::app::App;
use crate::domain::message::Message;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::visitor::Visitor;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    sent: String,
}

pub async fn new(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (lang, campaign) = (lang(&segment)?, known(&app, &slug)?);
    let typed = views::contact::Typed::default();
    let sent = !asked.sent.is_empty();
    let page =
        views::contact::Page { app: &app, lang, campaign: &campaign, typed: &typed, refusals: &[], sent };
    Ok(page.markup().into_response())
}

pub async fn create(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let (lang, campaign) = (lang(&segment)?, known(&app, &slug)?);
    let typed = views::contact::Typed {
        name: fields.take("name"),
        email: fields.take("email"),
        message: fields.take("message"),
    };
    let sent = Redirect::to(&format!("{}?sent=yes", paths::contact(lang, &slug))).into_response();
    match Message::parse(lang, &typed.name, &typed.email, &typed.message) {
        // The honeypot: whoever fills it is told the same and reaches nobody.
        Ok(_) if !fields.take("homepage").trim().is_empty() => Ok(sent),
        Ok(message) => {
            visitor.may_write(&app, &campaign, None)?;
            contact::contact(&app.desk(), campaign.id, &message).await?;
            app.mail_waits.notify_one();
            Ok(sent)
        }
        Err(refusals) if visitor.wants_json => Err(WebError::Refused(refusals)),
        Err(refusals) => {
            let page = views::contact::Page {
                app: &app,
                lang,
                campaign: &campaign,
                typed: &typed,
                refusals: &refusals,
                sent: false,
            };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response())
        }
    }
}
