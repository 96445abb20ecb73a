//! The open letter: organisations and professionals sign it, and are shown once staff have vetted them.

pub mod confirmation;
pub mod mine;
pub mod waiting;

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::signature::{asks, is_open, shown, to_campaign};
use super::{known, lang, views};
use crate::actions::sign_on::{self, open_signatory};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::form::SignatureForm;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::name::FullName;
use crate::domain::refusal::Refusal;
use crate::domain::sign_on::{Kind, NewSignOn, SignOn, SignOnForm};
use crate::paths;
use crate::storage::sign_ons;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::pages::{Key, Rendered};
use crate::web::visitor::Visitor;

/// How many professionals the page names.
const NAMES: u64 = 1000;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    #[serde(rename = "as")]
    kind: String,
}

impl From<Fields> for SignOnForm {
    fn from(mut fields: Fields) -> Self {
        Self {
            kind: fields.take("kind"),
            organisation: fields.take("organisation"),
            role: fields.take("role"),
            profession: fields.take("profession"),
            affiliation: fields.take("affiliation"),
            website: fields.take("website"),
            person: SignatureForm::from(fields),
        }
    }
}

/// The letter of a campaign, if it has one that is shown.
fn letter_of(app: &App, campaign: &Campaign) -> Result<Arc<Letter>, WebError> {
    app.hub.open_letter(campaign.id).ok_or(WebError::NotFound)
}

/// The letter and who stands under it; or the form of one kind of signatory.
pub async fn show(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let lang = lang(&segment)?;
    let campaign = known(&app, &slug)?;
    let letter = letter_of(&app, &campaign)?;
    let is_open = is_open(&app, &campaign);
    match Kind::parse(&asked.kind).filter(|kind| is_open && letter.takes(*kind)) {
        Some(kind) => {
            let (form, asking) = (SignOnForm::empty(kind), asks(&app, &campaign));
            let page = views::letter::form::Page {
                app: &app,
                lang,
                campaign: &campaign,
                letter: &letter,
                kind,
                form: &form,
                altcha: "",
                asking,
                refusals: &[],
            };
            Ok(Rendered::new(page.markup()).respond(&headers))
        }
        None => read(&app, lang, (&campaign, &letter), is_open, &headers).await,
    }
}

async fn read(
    app: &App,
    lang: Lang,
    (campaign, letter): (&Campaign, &Letter),
    is_open: bool,
    headers: &HeaderMap,
) -> Result<Response, WebError> {
    let now = app.tools.clock.now();
    let key = Key { page: "letter", campaign: campaign.id, lang };
    let state = if is_open { "open" } else { "closed" };
    let revision = (campaign.revision + letter.revision, 0, state);
    if let Some(page) = app.pages.get(&key, revision, now) {
        return Ok(page.respond(headers));
    }
    let names = names(app, campaign.id).await?;
    let page = views::letter::Page { app, lang, campaign, letter, is_open, names: &names };
    Ok(app.pages.put(key, revision, now, page.markup()).respond(headers))
}

/// The vetted professionals who chose to be shown, as they chose.
async fn names(app: &App, campaign: i32) -> Result<Vec<views::letter::Professional>, WebError> {
    let rows = sign_ons::list_professionals(app.tools.db.read(), campaign, NAMES).await?;
    Ok(rows.iter().filter_map(|row| shown_as(app, row)).collect())
}

fn shown_as(app: &App, row: &SignOn) -> Option<views::letter::Professional> {
    let signatory = open_signatory(&app.tools.vault, row).ok()?;
    let name = row.display.of(&FullName::parse(&signatory.person.name).ok()?)?;
    let (profession, affiliation) = (signatory.profession, signatory.affiliation);
    Some(views::letter::Professional { name, profession, affiliation })
}

pub async fn create(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let lang = lang(&segment)?;
    let campaign = known(&app, &slug)?;
    let letter = letter_of(&app, &campaign)?;
    if !is_open(&app, &campaign) {
        return Ok(to_campaign(lang, &campaign));
    }
    let altcha = fields.take("altcha");
    let form = SignOnForm::from(fields);
    if Kind::parse(form.kind.trim()).is_some_and(|kind| !letter.takes(kind)) {
        return Ok(Redirect::to(&paths::letter(lang, &slug)).into_response());
    }
    match form.parse(lang, &letter.editions, &app.tools.rules) {
        Ok(new) => {
            let waiting = take_in(&app, &visitor, &campaign, &altcha, &new).await?;
            Ok(to_waiting(&app, lang, &campaign, waiting))
        }
        Err(refusals) => refuse(&app, &visitor, (&campaign, &letter), (&form, &altcha), refusals),
    }
}

fn refuse(
    app: &App,
    visitor: &Visitor,
    (campaign, letter): (&Campaign, &Letter),
    (form, altcha): (&SignOnForm, &str),
    refusals: Vec<Refusal>,
) -> Result<Response, WebError> {
    if visitor.wants_json {
        return Err(WebError::Refused(refusals));
    }
    let first = Kind::ALL.into_iter().find(|kind| letter.takes(*kind)).ok_or(WebError::NotFound)?;
    let page = views::letter::form::Page {
        app,
        lang: visitor.lang,
        campaign,
        letter,
        kind: Kind::parse(form.kind.trim()).unwrap_or(first),
        form,
        // A proof of work that was done keeps: it is spent only when the form is taken.
        altcha: app.prover.kept(campaign.id, altcha, app.tools.clock.now()),
        asking: asks(app, campaign),
        refusals: &refusals,
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response())
}

/// Takes a sound form in, behind the same guards as a signature; returns what its waiting page speaks of.
pub async fn take_in(
    app: &App,
    visitor: &Visitor,
    campaign: &Campaign,
    altcha: &str,
    new: &NewSignOn,
) -> Result<Uuid, WebError> {
    let desk = app.desk();
    app.watch.arrived(campaign.id, visitor.network, desk.now);
    visitor.may_mail(app, campaign, Some(desk.email_index(&new.person.email)))?;
    let waiting = sign_on::sign_on(&desk, campaign.id, new, shown(app, campaign, altcha)).await?;
    app.mail_waits.notify_one();
    Ok(waiting)
}

/// To the page that waits for the mail.
fn to_waiting(app: &App, lang: Lang, campaign: &Campaign, waiting: Uuid) -> Response {
    let token = sign_on::waiting_token(&app.tools.vault, campaign.id, waiting);
    Redirect::to(&paths::check_email(lang, &campaign.slug, &token)).into_response()
}
