use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use serde::{Deserialize, Serialize};

use super::letter::mine::Part;
use super::{claims, lang, letter, postcard, views};
use crate::actions::deliveries::{Whose, proofs};
use crate::actions::{self, change_choices, disown as disowning, erase as erasing, withdraw as withdrawing};
use crate::app::App;
use crate::domain::display::Display;
use crate::domain::lang::Lang;
use crate::domain::person::Person;
use crate::domain::postal::{PostalCode, forward_sortation_area};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::signature::{Signature, State as Stand};
use crate::domain::token::{self, Claims, Purpose};
use crate::i18n;
use crate::paths;
use crate::storage::tallies::Count;
use crate::storage::{signatures, texts};
use crate::web::error::WebError;
use crate::web::form::Fields;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// Whether a link is to the page of who signed the open letter or wrote a postcard.
fn is_elsewhere(token: &str) -> bool {
    matches!(token::purpose(token), Some(Purpose::MineSignOn | Purpose::MinePostcard))
}

/// What their own pages change.
async fn change_elsewhere(
    app: &App,
    segment: &str,
    token: &str,
    part: Part,
    fields: Fields,
) -> Result<Response, WebError> {
    let lang = lang(segment)?;
    match token::purpose(token) {
        Some(Purpose::MinePostcard) => postcard::mine::change(app, lang, token, part, fields).await,
        _ => letter::mine::change(app, lang, token, part, fields).await,
    }
}

/// A link to the supporter's page, opened.
fn opened(app: &App, segment: &str, token: &str) -> Result<(Lang, Claims), WebError> {
    Ok((lang(segment)?, claims(app, token, Purpose::Mine)?))
}

async fn find(app: &App, claims: Claims) -> Result<Signature, WebError> {
    let found = signatures::find(app.tools.db.read(), claims.campaign, claims.id).await?;
    found.ok_or(WebError::LinkOver)
}

fn person(app: &App, signature: &Signature) -> Option<Person> {
    actions::open_person(&app.tools.vault, signature).ok()
}

pub async fn show(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    match token::purpose(&token) {
        Some(Purpose::MineSignOn) => {
            return letter::mine::show(&app, lang(&segment)?, &token, &asked.done).await;
        }
        Some(Purpose::MinePostcard) => {
            return postcard::mine::show(&app, lang(&segment)?, &token, &asked.done).await;
        }
        _ => {}
    }
    let (lang, claims) = opened(&app, &segment, &token)?;
    let signature = find(&app, claims).await?;
    let campaign = app.hub.campaign_by_id(claims.campaign).ok_or(WebError::LinkOver)?;
    let proofs = proofs(&app.desk(), claims.campaign, Whose::Signature(&signature)).await?;
    let text = texts::find(app.tools.db.read(), claims.campaign, signature.text_version).await?;
    let page = views::mine::Page {
        app: &app,
        lang,
        campaign: &campaign,
        signature: &signature,
        person: person(&app, &signature),
        text: text.as_ref(),
        token: &token,
        done: &asked.done,
        proofs: &proofs,
        writes_cards: postcard::may_write(&app, &campaign),
    };
    Ok(page.markup().into_response())
}

/// Back to the page, which says what was done. A count that moved goes out to whoever watches.
fn done(app: &App, lang: Lang, token: &str, what: &str, count: Option<Count>) -> Response {
    app.hub.moved(count.as_slice(), app.tools.clock.now());
    Redirect::to(&format!("{}?done={what}", paths::mine(lang, token))).into_response()
}

pub async fn show_name(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    if is_elsewhere(&token) {
        return change_elsewhere(&app, &segment, &token, Part::Name, fields).await;
    }
    let (lang, claims) = opened(&app, &segment, &token)?;
    let display = Display::parse(&fields.take("public"))
        .map_err(|reason| WebError::Refused(vec![Refusal { field: Field::Public, reason }]))?;
    let count = change_choices::show_name(&app.desk(), claims.campaign, claims.id, display).await?;
    Ok(done(&app, lang, &token, "name", Some(count)))
}

pub async fn ask_updates(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    if is_elsewhere(&token) {
        return change_elsewhere(&app, &segment, &token, Part::Updates, fields).await;
    }
    let (lang, claims) = opened(&app, &segment, &token)?;
    let words = i18n::updates_words(lang);
    let wanted = (fields.take("updates") == "yes").then_some((lang, &*words));
    change_choices::ask_updates(&app.desk(), (claims.campaign, claims.id), wanted).await?;
    Ok(done(&app, lang, &token, "updates", None))
}

pub async fn withdraw(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    if is_elsewhere(&token) {
        return change_elsewhere(&app, &segment, &token, Part::Withdrawal, Fields::default()).await;
    }
    let (lang, claims) = opened(&app, &segment, &token)?;
    let count = match withdrawing::withdraw(&app.desk(), claims.campaign, claims.id).await {
        Ok(count) => count,
        // Pressed twice: the page says where it stands.
        Err(actions::ActionError::Gone) => None,
        Err(error) => return Err(error.into()),
    };
    Ok(done(&app, lang, &token, "withdrawal", count))
}

pub async fn disown(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    if is_elsewhere(&token) {
        return change_elsewhere(&app, &segment, &token, Part::Disavowal, Fields::default()).await;
    }
    let (lang, claims) = opened(&app, &segment, &token)?;
    let count = match disowning::disown(&app.desk(), claims.campaign, claims.id).await {
        Ok(count) => count,
        Err(actions::ActionError::Gone) => None,
        Err(error) => return Err(error.into()),
    };
    Ok(done(&app, lang, &token, "disavowal", count))
}

/// After this there is nothing left to show.
pub async fn erase(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    if is_elsewhere(&token) {
        return change_elsewhere(&app, &segment, &token, Part::Erasure, Fields::default()).await;
    }
    let (lang, claims) = opened(&app, &segment, &token)?;
    let count = erasing::erase(&app.desk(), claims.campaign, claims.id).await?;
    app.hub.moved(count.as_slice(), app.tools.clock.now());
    Ok(views::mine::erased(&app, lang).into_response())
}

/// All that is kept of a person, to take away.
#[derive(Serialize)]
struct Data<'a> {
    campaign: &'a str,
    state: &'static str,
    language: &'static str,
    text_version: i32,
    name: Option<&'a str>,
    email: Option<&'a str>,
    postal_code: Option<&'a str>,
    place: Option<&'a str>,
    comment: Option<&'a str>,
    country: &'a str,
    region: &'a str,
    /// The code of the link, or the site, that led to the campaign.
    source: &'a str,
    forward_sortation_area: Option<String>,
    name_shows: &'static str,
    updates_since: Option<String>,
    signed_at: String,
    confirmed_at: Option<String>,
    place_in_the_count: Option<i64>,
    ended_at: Option<String>,
}

pub async fn data(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    lang(&segment)?;
    match token::purpose(&token) {
        Some(Purpose::MineSignOn) => return letter::mine::data(&app, &token).await,
        Some(Purpose::MinePostcard) => return postcard::mine::data(&app, &token).await,
        _ => {}
    }
    let (_, claims) = opened(&app, &segment, &token)?;
    let signature = find(&app, claims).await?;
    let campaign = app.hub.campaign_by_id(claims.campaign).ok_or(WebError::LinkOver)?;
    let person = person(&app, &signature);
    let rules = &app.tools.rules;
    let area = person.as_ref().and_then(|person| {
        let country = rules.countries.code(&signature.country).ok()?;
        let code = PostalCode::parse(&person.postal_code, &country, &rules.postal).ok()??;
        forward_sortation_area(&country, &code)
    });
    let data = Data {
        campaign: &campaign.slug,
        // Held for review is no more told here than on the page.
        state: if signature.state == Stand::Held { Stand::Confirmed } else { signature.state }.as_str(),
        language: signature.lang.code(),
        text_version: signature.text_version,
        name: person.as_ref().map(|person| &*person.name),
        email: person.as_ref().map(|person| &*person.email),
        postal_code: person.as_ref().map(|person| &*person.postal_code),
        place: person.as_ref().map(|person| &*person.city),
        comment: person.as_ref().map(|person| &*person.comment),
        country: &signature.country,
        region: &signature.region,
        source: &signature.source,
        forward_sortation_area: area,
        name_shows: signature.display.as_str(),
        updates_since: signature.updates_since.map(|at| at.to_string()),
        signed_at: signature.created_at.to_string(),
        confirmed_at: signature.confirmed_at.map(|at| at.to_string()),
        place_in_the_count: signature.place,
        ended_at: signature.ended_at.map(|at| at.to_string()),
    };
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"my-signature.json\""),
    ];
    Ok((headers, serde_json::to_string_pretty(&data).unwrap_or_default()).into_response())
}
