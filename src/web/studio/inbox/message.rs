//! One message: looking leaves an entry in the audit log.

use std::sync::Arc;

use axum::extract::{Path, Query, State as Extracted};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;
use uuid::Uuid;

use super::super::member::Present;
use super::views::message::{Page, Trouble, Typed};
use crate::actions::accounts::By;
use crate::actions::messages::{self as filing, MessageError, open_answer, open_message, open_note};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::message::{Answer, Received, State, parse_note};
use crate::domain::role::Act;
use crate::paths;
use crate::storage::messages;
use crate::web::error::WebError;
use crate::web::form::Fields;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// The message of an address and its campaign, to those who read the messages of its organisation.
async fn found(app: &App, present: &Present, id: &str) -> Result<(Received, Arc<Campaign>), WebError> {
    present.must_here(app, Act::ReadMessages).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let one = messages::find(app.tools.db.read(), id).await?.ok_or(WebError::NotFound)?;
    let all = app.hub.campaigns_and_drafts();
    let campaign = all.into_iter().find(|known| known.id == one.campaign).ok_or(WebError::NotFound)?;
    present.must(app, Act::ReadMessages, campaign.organisation).await?;
    Ok((one, campaign))
}

async fn page(
    app: &App,
    present: &Present,
    (one, campaign): (&Received, &Campaign),
    (typed, trouble, done): (&Typed, Option<&Trouble>, &str),
) -> Result<Markup, WebError> {
    filing::look(&app.desk(), one.id, By::Account(present.member.account.id)).await?;
    let vault = &app.tools.vault;
    let message = open_message(vault, one).map_err(|_| WebError::Internal)?;
    let note = open_note(vault, one).map_err(|_| WebError::Internal)?;
    let mut answers = Vec::new();
    for sent in messages::list_answers(app.tools.db.read(), one.id).await? {
        let answer = open_answer(vault, one.campaign, &sent).map_err(|_| WebError::Internal)?;
        answers.push((sent.created_at, answer));
    }
    let page = Page {
        app,
        present,
        campaign,
        one,
        message: &message,
        note: &note,
        answers: &answers,
        typed,
        trouble,
        done,
    };
    Ok(page.markup())
}

pub async fn show(
    Extracted(app): Extracted<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let (one, campaign) = found(&app, &present, &id).await?;
    page(&app, &present, (&one, &campaign), (&Typed::default(), None, &asked.done)).await
}

fn back(one: &Received, done: &str) -> Response {
    Redirect::to(&format!("{}?done={done}", paths::studio_message(one.id))).into_response()
}

/// The form again, with what was typed: refused, or overtaken by somebody who worked on the same message.
async fn again(
    app: &App,
    present: &Present,
    (one, campaign): (&Received, &Campaign),
    (typed, trouble): (&Typed, &Trouble),
) -> Result<Response, WebError> {
    let status = match trouble {
        Trouble::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Trouble::Answered | Trouble::Noted => StatusCode::CONFLICT,
    };
    // As it stands now, and not as it stood when the form came.
    let now = messages::find(app.tools.db.read(), one.id).await?.ok_or(WebError::NotFound)?;
    let page = page(app, present, (&now, campaign), (typed, Some(trouble), "")).await?;
    Ok((status, page).into_response())
}

/// What the form was made from.
fn revision(fields: &mut Fields) -> Result<i32, WebError> {
    fields.take("revision").parse().map_err(|_| WebError::BadRequest)
}

/// Answers by mail.
pub async fn answer(
    Extracted(app): Extracted<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let (one, campaign) = found(&app, &present, &id).await?;
    let seen = (one.id, revision(&mut fields)?);
    let typed = Typed { subject: Some(fields.take("subject")), answer: fields.take("message"), note: None };
    let trouble = match Answer::parse(typed.subject.as_deref().unwrap_or_default(), &typed.answer) {
        Ok(answer) => match filing::answer(&app.desk(), seen, &answer, present.member.account.id).await {
            Ok(()) => {
                app.mail_waits.notify_one();
                return Ok(back(&one, "answer"));
            }
            Err(MessageError::Overtaken) => Trouble::Answered,
            Err(MessageError::Action(error)) => return Err(error.into()),
        },
        Err(refusals) => Trouble::Refused(refusals),
    };
    again(&app, &present, (&one, &campaign), (&typed, &trouble)).await
}

pub async fn note(
    Extracted(app): Extracted<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let (one, campaign) = found(&app, &present, &id).await?;
    let (seen, by) = ((one.id, revision(&mut fields)?), By::Account(present.member.account.id));
    let typed = fields.take("note");
    let trouble = match parse_note(&typed) {
        Ok(words) => match filing::note(&app.desk(), seen, &words, by).await {
            Ok(()) => return Ok(back(&one, "note")),
            Err(MessageError::Overtaken) => Trouble::Noted,
            Err(MessageError::Action(error)) => return Err(error.into()),
        },
        Err(refusal) => Trouble::Refused(vec![refusal]),
    };
    let typed = Typed { note: Some(typed), ..Typed::default() };
    again(&app, &present, (&one, &campaign), (&typed, &trouble)).await
}

/// Files it: new again, done, or spam.
pub async fn set_state(
    Extracted(app): Extracted<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let (one, _) = found(&app, &present, &id).await?;
    let state = State::parse(&fields.take("state")).ok_or(WebError::BadRequest)?;
    filing::set_state(&app.desk(), one.id, state, By::Account(present.member.account.id)).await?;
    Ok(back(&one, "state"))
}

/// Deletes it for good.
pub async fn delete(
    Extracted(app): Extracted<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let (one, _) = found(&app, &present, &id).await?;
    present.recently(&app, &paths::studio_message(one.id))?;
    filing::delete(&app.desk(), one.id, By::Account(present.member.account.id)).await?;
    let list = paths::studio_messages_in(one.state.as_str());
    Ok(Redirect::to(&format!("{list}&deleted=yes")).into_response())
}
