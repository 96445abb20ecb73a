//! The own page of who signed the open letter.

use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Serialize;

use crate::actions::ActionError;
use crate::actions::deliveries::{Whose, proofs};
use crate::actions::sign_on::{self, open_signatory};
use crate::app::App;
use crate::domain::display::Display;
use crate::domain::lang::Lang;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::sign_on::{SignOn, Signatory};
use crate::domain::token::{Claims, Purpose};
use crate::paths;
use crate::storage::{letters, sign_ons};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::supporter::{claims, views};

/// A part of the page that changes something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Name,
    Updates,
    Withdrawal,
    Disavowal,
    Erasure,
}

fn opened(app: &App, token: &str) -> Result<Claims, WebError> {
    claims(app, token, Purpose::MineSignOn)
}

async fn find(app: &App, claims: Claims) -> Result<SignOn, WebError> {
    let found = sign_ons::find(app.tools.db.read(), claims.campaign, claims.id).await?;
    found.ok_or(WebError::LinkOver)
}

fn signatory(app: &App, one: &SignOn) -> Option<Signatory> {
    open_signatory(&app.tools.vault, one).ok()
}

pub async fn show(app: &App, lang: Lang, token: &str, done: &str) -> Result<Response, WebError> {
    let one = find(app, opened(app, token)?).await?;
    let campaign = app.hub.campaign_by_id(one.campaign).ok_or(WebError::LinkOver)?;
    let proofs = proofs(&app.desk(), one.campaign, Whose::SignOn(&one)).await?;
    let text = letters::find_text(app.tools.db.read(), one.campaign, one.text_version).await?;
    let page = views::letter::mine::Page {
        app,
        lang,
        campaign: &campaign,
        one: &one,
        signatory: signatory(app, &one),
        text: text.as_ref(),
        proofs: &proofs,
        token,
        done,
    };
    Ok(page.markup().into_response())
}

pub async fn change(
    app: &App,
    lang: Lang,
    token: &str,
    part: Part,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let Claims { campaign, id, .. } = opened(app, token)?;
    let desk = app.desk();
    let done = match part {
        Part::Name => {
            let display = Display::parse(&fields.take("public"))
                .map_err(|reason| WebError::Refused(vec![Refusal { field: Field::Public, reason }]))?;
            sign_on::show_name(&desk, campaign, id, display).await?;
            "name"
        }
        Part::Updates => {
            sign_on::ask_updates(&desk, campaign, id, fields.take("updates") == "yes").await?;
            "updates"
        }
        Part::Withdrawal => unless_gone(sign_on::withdraw(&desk, campaign, id).await, "withdrawal")?,
        Part::Disavowal => unless_gone(sign_on::disown(&desk, campaign, id).await, "disavowal")?,
        Part::Erasure => {
            sign_on::erase(&desk, campaign, id).await?;
            ""
        }
    };
    app.learn_letter(campaign).await?;
    if part == Part::Erasure {
        return Ok(views::mine::erased(app, lang).into_response());
    }
    Ok(Redirect::to(&format!("{}?done={done}", paths::mine(lang, token))).into_response())
}

/// Pressed twice: the page says where it stands.
pub fn unless_gone(done: Result<(), ActionError>, what: &'static str) -> Result<&'static str, WebError> {
    match done {
        Ok(()) | Err(ActionError::Gone) => Ok(what),
        Err(error) => Err(error.into()),
    }
}

/// All that is kept of who signed, to take away.
#[derive(Serialize)]
struct Data<'a> {
    campaign: &'a str,
    kind: &'static str,
    state: &'static str,
    language: &'static str,
    text_version: i32,
    organisation: Option<&'a str>,
    role: Option<&'a str>,
    profession: Option<&'a str>,
    affiliation: Option<&'a str>,
    website: Option<&'a str>,
    name: Option<&'a str>,
    email: Option<&'a str>,
    postal_code: Option<&'a str>,
    place: Option<&'a str>,
    comment: Option<&'a str>,
    country: &'a str,
    name_shows: &'static str,
    updates_since: Option<String>,
    signed_at: String,
    confirmed_at: Option<String>,
    decided_at: Option<String>,
    ended_at: Option<String>,
}

pub async fn data(app: &App, token: &str) -> Result<Response, WebError> {
    let one = find(app, opened(app, token)?).await?;
    let campaign = app.hub.campaign_by_id(one.campaign).ok_or(WebError::LinkOver)?;
    let signatory = signatory(app, &one);
    let signatory = signatory.as_ref();
    let person = signatory.map(|signatory| &signatory.person);
    let moment = |at: Option<crate::domain::moment::Moment>| at.map(|at| at.to_string());
    let data = Data {
        campaign: &campaign.slug,
        kind: one.kind.as_str(),
        state: one.state.as_str(),
        language: one.lang.code(),
        text_version: one.text_version,
        organisation: signatory.map(|signatory| &*signatory.organisation),
        role: signatory.map(|signatory| &*signatory.role),
        profession: signatory.map(|signatory| &*signatory.profession),
        affiliation: signatory.map(|signatory| &*signatory.affiliation),
        website: signatory.map(|signatory| &*signatory.website),
        name: person.map(|person| &*person.name),
        email: person.map(|person| &*person.email),
        postal_code: person.map(|person| &*person.postal_code),
        place: person.map(|person| &*person.city),
        comment: person.map(|person| &*person.comment),
        country: &one.country,
        name_shows: one.display.as_str(),
        updates_since: moment(one.updates_since),
        signed_at: one.created_at.to_string(),
        confirmed_at: moment(one.confirmed_at),
        decided_at: moment(one.decided_at),
        ended_at: moment(one.ended_at),
    };
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"my-signature.json\""),
    ];
    Ok((headers, serde_json::to_string_pretty(&data).unwrap_or_default()).into_response())
}
