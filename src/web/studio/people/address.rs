//! Whoever asks has another email address than the one with which they signed.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use uuid::Uuid;

use super::super::member::Present;
use super::views::address::Page;
use super::{chosen, open};
use crate::actions::people::look::look;
use crate::actions::people::readdress::{Fault, ask};
use crate::app::App;
use crate::domain::inquiry::Inquiry;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;

async fn page(
    app: &App,
    present: &Present,
    inquiry: &Inquiry,
    (typed, fault): (&str, Option<Fault>),
) -> Result<Markup, WebError> {
    let (asker, held) = look(&app.desk(), inquiry, present.member.account.id).await?;
    Ok(Page { app, present, inquiry, asker: &asker, held: &held, typed, fault }.markup())
}

pub async fn new(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Markup, WebError> {
    let inquiry = open(&app, &present, &id).await?;
    present.recently(&app, &paths::studio_inquiry_part(inquiry.id, "address"))?;
    page(&app, &present, &inquiry, ("", None)).await
}

/// Mails to the address, which is theirs once that was answered.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let inquiry = open(&app, &present, &id).await?;
    present.recently(&app, &paths::studio_inquiry_part(inquiry.id, "address"))?;
    let (typed, chosen) = (fields.take("email"), chosen(&app, &present, &mut fields).await?);
    let is_chosen = |row: Uuid| chosen.contains(&row);
    match ask(&app.desk(), &inquiry, present.member.account.id, &typed, is_chosen).await? {
        Ok(()) => {
            app.mail_waits.notify_one();
            Ok(Redirect::to(&paths::studio_inquiry(inquiry.id)).into_response())
        }
        Err(fault) => {
            let page = page(&app, &present, &inquiry, (&typed, Some(fault))).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
