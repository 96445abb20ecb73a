//! What an addressee has answered, as it is typed.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::views::reply::{Page, Trouble};
use super::{Found, Here, today};
use crate::actions::accounts::By;
use crate::actions::replies::{ReplyError, change, enter};
use crate::app::App;
use crate::domain::bulletin::languages;
use crate::domain::campaign::Campaign;
use crate::domain::content::Text;
use crate::domain::reply::{Form, Reply};
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::{Fields, LongFields};
use crate::web::studio::member::Present;

/// What was typed, against the demands of a text.
fn typed(campaign: &Campaign, text: &Text, fields: &mut Fields) -> Form {
    let words = languages(campaign).into_iter().map(|tag| {
        let words = fields.take(&format!("words_{tag}"));
        (tag, words)
    });
    let words = words.collect();
    let stances = (1..=text.demands.len()).map(|number| fields.take(&format!("stance_{number}"))).collect();
    Form {
        day: fields.take("day"),
        original: fields.take("original"),
        words,
        source: fields.take("source"),
        link: fields.take("link"),
        stances,
    }
}

/// A form in which nothing is typed, but for the language.
fn empty(campaign: &Campaign, present: &Present) -> Form {
    let languages = languages(campaign);
    Form {
        original: present.lang.code().to_owned(),
        words: languages.into_iter().map(|tag| (tag, String::new())).collect(),
        ..Form::default()
    }
}

/// Where a reply is entered, with what was typed of it so far.
fn entering(
    app: &App,
    present: &Present,
    (here, key): (&Here, &str),
    form: &Form,
    trouble: Option<Trouble<'_>>,
) -> Result<Markup, WebError> {
    let page = Page {
        app,
        present,
        campaign: &here.campaign,
        addressee: here.addressee(key)?,
        text: &here.campaign.text,
        reply: None,
        form,
        today: &today(app, present),
        trouble,
    };
    Ok(page.markup())
}

pub async fn new(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
) -> Result<Markup, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    entering(&app, &present, (&here, &key), &empty(&here.campaign, &present), None)
}

/// Enters a reply; nobody but the team reads it until it is shown.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
    LongFields(mut fields): LongFields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    here.addressee(&key)?;
    let campaign = &*here.campaign;
    let form = typed(campaign, &campaign.text, &mut fields);
    let version: i32 = fields.take("text_version").parse().map_err(|_| WebError::BadRequest)?;
    if version != campaign.text_version {
        let page = entering(&app, &present, (&here, &key), &form, Some(Trouble::TextMoved))?;
        return Ok((StatusCode::CONFLICT, page).into_response());
    }
    match form.parse(campaign.text.demands.len(), &today(&app, &present)) {
        Ok(written) => {
            let by = By::Account(present.member.account.id);
            let number = enter(&app.desk(), campaign, &key, written, by).await?;
            app.refresh().await?;
            Ok(Redirect::to(&paths::studio_reply(&slug, number)).into_response())
        }
        Err(faults) => {
            let page = entering(&app, &present, (&here, &key), &form, Some(Trouble::Faults(&faults)))?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

pub(super) fn page(
    app: &App,
    present: &Present,
    found: &Found,
    (reply, form): (&Reply, &Form),
    trouble: Option<Trouble<'_>>,
) -> Result<Markup, WebError> {
    let addressee = found.here.addressee(&reply.key)?;
    let page = Page {
        app,
        present,
        campaign: &found.here.campaign,
        addressee,
        text: &found.text,
        reply: Some(reply),
        form,
        today: &today(app, present),
        trouble,
    };
    Ok(page.markup())
}

/// As it is written now, to be typed over.
pub(super) fn as_written(found: &Found) -> Form {
    found.reply.written.form(&languages(&found.here.campaign), found.text.demands.len())
}

pub async fn edit(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Markup, WebError> {
    let found = Found::find(&app, &present, (&slug, &number)).await?;
    page(&app, &present, &found, (&found.reply, &as_written(&found)), None)
}

/// Saves it. Whoever had an older one before them is told, and keeps what they typed; the next saving is theirs to decide.
pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
    LongFields(mut fields): LongFields,
) -> Result<Response, WebError> {
    let found = Found::find(&app, &present, (&slug, &number)).await?;
    let form = typed(&found.here.campaign, &found.text, &mut fields);
    let revision: i32 = fields.take("revision").parse().map_err(|_| WebError::BadRequest)?;
    let written = match form.parse(found.text.demands.len(), &today(&app, &present)) {
        Ok(written) => written,
        Err(faults) => {
            let trouble = Some(Trouble::Faults(&faults));
            let page = page(&app, &present, &found, (&found.reply, &form), trouble)?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    match change(&app.desk(), found.on(&present), written, revision).await {
        Ok(()) => {
            app.refresh().await?;
            Ok(found.back())
        }
        Err(ReplyError::Overtaken(newest)) => {
            let page = page(&app, &present, &found, (&newest, &form), Some(Trouble::Overtaken))?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
