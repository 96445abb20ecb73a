//! The own page of who wrote a card.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Serialize;
use uuid::Uuid;

use crate::actions::deliveries::{Whose, proofs};
use crate::actions::postcards::layout::Layout;
use crate::actions::postcards::{self, open_written};
use crate::app::App;
use crate::domain::display::Display;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::postcard::{Message, Postcard, Sender, Written};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::token::{Claims, Purpose};
use crate::paths;
use crate::storage::{card_designs, officials, postcards as rows};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::supporter::letter::mine::{Part, unless_gone};
use crate::web::supporter::{claims, views};

fn opened(app: &App, token: &str) -> Result<Claims, WebError> {
    claims(app, token, Purpose::MinePostcard)
}

async fn find(app: &App, claims: Claims) -> Result<Postcard, WebError> {
    let found = rows::find(app.tools.db.read(), claims.campaign, claims.id).await?;
    found.ok_or(WebError::LinkOver)
}

fn written(app: &App, one: &Postcard) -> Option<Written> {
    open_written(&app.tools.vault, one).ok()
}

pub async fn show(app: &App, lang: Lang, token: &str, done: &str) -> Result<Response, WebError> {
    let one = find(app, opened(app, token)?).await?;
    Ok(page(app, (lang, token, done), &one, None).await?.into_response())
}

/// The page, with the message as it was typed where that was refused.
async fn page(
    app: &App,
    (lang, token, done): (Lang, &str, &str),
    one: &Postcard,
    refused: Option<(&str, &[Refusal])>,
) -> Result<maud::Markup, WebError> {
    let campaign = app.hub.campaign_by_id(one.campaign).ok_or(WebError::LinkOver)?;
    let db = app.tools.db.read();
    let official = officials::resolve(db, one.official).await?.map(|official| official.details);
    let design = card_designs::find(db, one.design).await?;
    let proofs = proofs(&app.desk(), one.campaign, Whose::Card(one.id)).await?;
    let written = written(app, one);
    let elections = app.hub.offer(one.campaign).is_some_and(|offer| offer.elections);
    let back = written.as_ref().map(|written| {
        let credit = design.as_ref().map_or("", |design| &*design.picture.credit);
        Layout::of(one, written, official.as_ref(), (credit, elections)).back(&app.tools.rules)
    });
    let page = views::postcard::mine::Page {
        app,
        lang,
        campaign: &campaign,
        one,
        written: written.as_ref(),
        official: official.as_ref(),
        design: design.as_ref(),
        proofs: &proofs,
        token,
        done,
        refused,
    };
    Ok(page.markup(back))
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
    let mut count = None;
    let mut ended = |done: Result<_, _>, what: &'static str| match done {
        Ok(moved) => {
            count = moved;
            Ok(what)
        }
        Err(error) => unless_gone(Err(error), what),
    };
    let done = match part {
        Part::Name => {
            let sender = Sender::parse(&fields.take("sender"), Display::Hidden)
                .map_err(|reason| WebError::Refused(vec![Refusal { field: Field::Sender, reason }]))?;
            if let Some(refused) = unfit_sender(app, (lang, token), (campaign, id), sender).await? {
                return Ok(refused);
            }
            unless_gone(postcards::change_sender(&desk, campaign, id, sender).await, "name")?
        }
        Part::Updates => {
            postcards::ask_updates(&desk, campaign, id, fields.take("updates") == "yes").await?;
            "updates"
        }
        Part::Withdrawal => ended(postcards::withdraw(&desk, campaign, id).await, "withdrawal")?,
        Part::Disavowal => ended(postcards::disown(&desk, campaign, id).await, "disavowal")?,
        Part::Erasure => ended(postcards::erase(&desk, campaign, id).await, "")?,
    };
    app.hub.moved(count.as_slice(), desk.now);
    if part == Part::Erasure {
        return Ok(views::mine::erased(app, lang).into_response());
    }
    Ok(Redirect::to(&format!("{}?done={done}", paths::mine(lang, token))).into_response())
}

/// The message once more, where moderators asked for a change.
pub async fn change_message(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let lang = crate::web::supporter::lang(&segment)?;
    let claims = opened(&app, &token)?;
    let (one, typed) = (find(&app, claims).await?, fields.take("message"));
    let refusals = match Message::parse(&typed) {
        Ok(message) => match with_message(&app, &one, &message).await? {
            none if none.is_empty() => {
                let (campaign, id) = (claims.campaign, claims.id);
                let changed = postcards::change_message(&app.desk(), campaign, id, &message).await;
                let done = unless_gone(changed, "message")?;
                return Ok(
                    Redirect::to(&format!("{}?done={done}", paths::mine(lang, &token))).into_response()
                );
            }
            refusals => refusals,
        },
        Err(reason) => vec![Refusal { field: Field::Message, reason }],
    };
    let page = page(&app, (lang, &token, ""), &one, Some((&typed, &refusals))).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Why a card cannot be printed with another message.
async fn with_message(app: &App, one: &Postcard, message: &Message) -> Result<Vec<Refusal>, WebError> {
    let Some(written) = written(app, one) else { return Ok(Vec::new()) };
    unprintable(app, one, Written { message: message.as_str().to_owned(), ..written }).await
}

/// The page that says so, where the message leaves no room for another name under it.
async fn unfit_sender(
    app: &App,
    (lang, token): (Lang, &str),
    (campaign, id): (i32, Uuid),
    sender: Sender,
) -> Result<Option<Response>, WebError> {
    let found = rows::find(app.tools.db.read(), campaign, id).await?.ok_or(WebError::LinkOver)?;
    let Some(written) = written(app, &found) else { return Ok(None) };
    let message = written.message.clone();
    let other = Postcard { sender, ..found.clone() };
    let mut refusals = unprintable(app, &other, written).await?;
    for refusal in &mut refusals {
        refusal.field = Field::Sender;
    }
    if refusals.is_empty() {
        return Ok(None);
    }
    let page = page(app, (lang, token, ""), &found, Some((&message, &refusals))).await?;
    Ok(Some((StatusCode::UNPROCESSABLE_ENTITY, page).into_response()))
}

/// Why what is written cannot be printed on a card.
async fn unprintable(app: &App, one: &Postcard, written: Written) -> Result<Vec<Refusal>, WebError> {
    let official = officials::resolve(app.tools.db.read(), one.official).await?;
    let design = card_designs::find(app.tools.db.read(), one.design).await?;
    let credit = design.as_ref().map_or("", |design| &*design.picture.credit);
    let layout = Layout::of(one, &written, official.as_ref().map(|one| &one.details), (credit, false));
    Ok(layout.refusals(&layout.back(&app.tools.rules)))
}

/// All that is kept of who wrote a card, to take away.
#[derive(Serialize)]
struct Data<'a> {
    campaign: &'a str,
    state: &'static str,
    language: &'static str,
    to: Option<String>,
    message: Option<&'a str>,
    name: Option<&'a str>,
    email: Option<&'a str>,
    postal_code: Option<&'a str>,
    place: Option<&'a str>,
    region: Option<&'a str>,
    country: &'a str,
    sender_shows: &'static str,
    updates_since: Option<String>,
    written_at: String,
    confirmed_at: Option<String>,
    decided_at: Option<String>,
    printed_at: Option<String>,
    sent_at: Option<String>,
    acknowledged_at: Option<String>,
    ended_at: Option<String>,
}

pub async fn data(app: &App, token: &str) -> Result<Response, WebError> {
    let one = find(app, opened(app, token)?).await?;
    let campaign = app.hub.campaign_by_id(one.campaign).ok_or(WebError::LinkOver)?;
    let official = officials::resolve(app.tools.db.read(), one.official).await?;
    let written = written(app, &one);
    let person = written.as_ref().map(|written| &written.person);
    let moment = |at: Option<Moment>| at.map(|at| at.to_string());
    let data = Data {
        campaign: &campaign.slug,
        state: one.state.as_str(),
        language: one.lang.code(),
        to: official.map(|official| official.details.named(one.lang)),
        message: written.as_ref().map(|written| &*written.message),
        name: person.map(|person| &*person.name),
        email: person.map(|person| &*person.email),
        postal_code: person.map(|person| &*person.postal_code),
        place: person.map(|person| &*person.city),
        region: person.map(|person| &*person.region),
        country: &one.country,
        sender_shows: one.sender.as_str(),
        updates_since: moment(one.updates_since),
        written_at: one.created_at.to_string(),
        confirmed_at: moment(one.confirmed_at),
        decided_at: moment(one.decided_at),
        printed_at: moment(one.printed_at),
        sent_at: moment(one.sent_at),
        acknowledged_at: moment(one.acknowledged_at),
        ended_at: moment(one.ended_at),
    };
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"my-postcard.json\""),
    ];
    Ok((headers, serde_json::to_string_pretty(&data).unwrap_or_default()).into_response())
}
