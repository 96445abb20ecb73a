use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::super::member::Present;
use super::views::correction::Page;
use super::{open, row};
use crate::actions::people::correct::{CorrectError, Typed, correct, signature};
use crate::app::App;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;

/// One signature of whoever asks, as it stands.
pub async fn edit(
    State(app): State<Arc<App>>,
    present: Present,
    Path((id, text)): Path<(String, String)>,
) -> Result<Markup, WebError> {
    let inquiry = open(&app, &present, &id).await?;
    let row = row(&app, &present, &text).await?;
    let (signature, person) = signature(&app.desk(), &inquiry, row).await?;
    let typed = Typed {
        name: person.name,
        country: signature.country,
        postal_code: person.postal_code,
        city: person.city,
        region: person.region,
        comment: person.comment,
    };
    Ok(Page { app: &app, present: &present, inquiry: &inquiry, row, typed: &typed, faults: &[] }.markup())
}

pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path((id, text)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let inquiry = open(&app, &present, &id).await?;
    let row = row(&app, &present, &text).await?;
    let typed = Typed {
        name: fields.take("name"),
        country: fields.take("country"),
        postal_code: fields.take("postal_code"),
        city: fields.take("city"),
        region: fields.take("region"),
        comment: fields.take("comment"),
    };
    match correct(&app.desk(), &inquiry, present.member.account.id, (row, &typed)).await {
        Ok(count) => {
            app.hub.moved(&[count], app.tools.clock.now());
            Ok(Redirect::to(&paths::studio_inquiry(inquiry.id)).into_response())
        }
        Err(CorrectError::Refused(faults)) => {
            let page =
                Page { app: &app, present: &present, inquiry: &inquiry, row, typed: &typed, faults: &faults };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response())
        }
        Err(CorrectError::Action(error)) => Err(error.into()),
    }
}
