//! Postcards: written, seen as they will be printed, confirmed.

pub mod composer;
pub mod confirmation;
pub mod mine;
pub mod signed;
pub mod waiting;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use uuid::Uuid;

use self::composer::{Composer, is_offered, proof};
use super::signature::{asks, is_open, shown, to_campaign};
use super::{known, lang, views};
use crate::actions::postcards;
use crate::actions::postcards::layout::Layout;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::form::SignatureForm;
use crate::domain::lang::Lang;
use crate::domain::postcard::design::Design;
use crate::domain::postcard::{NewPostcard, PostcardForm};
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::signature::NewSignature;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::pages::Rendered;
use crate::web::visitor::Visitor;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/{lang}/campaigns/{slug}/postcard", get(new).post(create))
        .route("/{lang}/campaigns/{slug}/postcard/preview", post(preview))
        .route("/{lang}/mine/{token}/postcard", get(signed::new).post(signed::create))
        .route("/{lang}/mine/{token}/postcard/preview", post(signed::preview))
        .route("/{lang}/mine/{token}/message", post(mine::change_message))
}

/// Whether somebody who has signed can write a card now.
pub fn may_write(app: &App, campaign: &Campaign) -> bool {
    is_open(app, campaign) && is_offered(app, campaign.id)
}

impl From<Fields> for PostcardForm {
    fn from(mut fields: Fields) -> Self {
        Self {
            official: fields.take("official"),
            design: fields.take("design"),
            message: fields.take("message"),
            sender: fields.take("sender"),
            person: SignatureForm::from(fields),
        }
    }
}

/// A form in which only what is suggested stands.
fn begun(lang: Lang, campaign: &Campaign, composer: &Composer) -> PostcardForm {
    let suggestion = composer.offer.suggestion.said(lang.code(), &campaign.content.language);
    let only = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    PostcardForm {
        message: suggestion.text.to_owned(),
        design: only(composer.designs.first().map(Design::id)),
        official: only(composer.officials.first().map(|official| official.id)),
        person: SignatureForm {
            country: campaign.content.country.clone().unwrap_or_default(),
            ..SignatureForm::default()
        },
        ..PostcardForm::default()
    }
}

/// The form, with an empty card beside it.
pub async fn new(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let (lang, campaign) = (lang(&segment)?, known(&app, &slug)?);
    let composer = Composer::load(&app, &campaign).await?;
    if !is_open(&app, &campaign) {
        return Ok(to_campaign(lang, &campaign));
    }
    let form = begun(lang, &campaign, &composer);
    let proof = proof(&app, lang, (&campaign, &composer), &form).await?;
    let page = views::postcard::Page {
        app: &app,
        lang,
        campaign: &campaign,
        composer: &composer,
        form: &form,
        signed: None,
        proof,
        altcha: "",
        asking: asks(&app, &campaign),
        refusals: &[],
    };
    Ok(Rendered::new(page.markup()).respond(&headers))
}

/// How it would be printed: the fragment for the script of the page, or the page with everything kept.
pub async fn preview(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    app.limits.check_preview(visitor.network)?;
    let (lang, campaign) = (lang(&segment)?, known(&app, &slug)?);
    let composer = Composer::load(&app, &campaign).await?;
    let (is_fragment, altcha) = (!fields.take("fragment").is_empty(), fields.take("altcha"));
    let form = PostcardForm::from(fields);
    let mut proof = proof(&app, lang, (&campaign, &composer), &form).await?;
    if is_fragment {
        return Ok(views::postcard::card::fragment(lang, &mut proof).into_response());
    }
    let page = views::postcard::Page {
        app: &app,
        lang,
        campaign: &campaign,
        composer: &composer,
        form: &form,
        signed: None,
        proof,
        altcha: app.prover.kept(campaign.id, &altcha, app.tools.clock.now()),
        asking: asks(&app, &campaign),
        refusals: &[],
    };
    Ok(page.markup().into_response())
}

pub async fn create(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let (lang, campaign) = (lang(&segment)?, known(&app, &slug)?);
    let composer = Composer::load(&app, &campaign).await?;
    if !is_open(&app, &campaign) {
        return Ok(to_campaign(lang, &campaign));
    }
    let altcha = fields.take("altcha");
    let form = PostcardForm::from(fields);
    let refusals = match form.parse(lang, &app.tools.rules) {
        Ok(new) => match fitting(&app, (&campaign, &composer), &new).await? {
            Ok(official) => {
                let waiting = take_in(&app, &visitor, &campaign, (official, &altcha), &new).await?;
                return Ok(to_waiting(&app, lang, &campaign, waiting));
            }
            Err(refusals) => refusals,
        },
        Err(refusals) => refusals,
    };
    if visitor.wants_json {
        return Err(WebError::Refused(refusals));
    }
    app.limits.check_preview(visitor.network)?;
    let proof = proof(&app, lang, (&campaign, &composer), &form).await?;
    let page = views::postcard::Page {
        app: &app,
        lang,
        campaign: &campaign,
        composer: &composer,
        form: &form,
        signed: None,
        proof,
        // A proof of work that was done keeps: it is spent only when the form is taken.
        altcha: app.prover.kept(campaign.id, &altcha, app.tools.clock.now()),
        asking: asks(&app, &campaign),
        refusals: &refusals,
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response())
}

/// Whom a sound form is for, if what it asks is offered and what it says fits on the card.
async fn fitting(
    app: &App,
    (campaign, composer): (&Campaign, &Composer),
    new: &NewPostcard,
) -> Result<Result<Uuid, Vec<Refusal>>, WebError> {
    let person = new.person.person();
    let country = new.person.country.as_str();
    let Some(design) = composer.design(new.design) else {
        return Ok(Err(vec![Refusal { field: Field::Design, reason: Reason::Unknown }]));
    };
    let official = match composer.official(app, campaign, (new.to, country, &person.postal_code)).await? {
        Ok(official) => official,
        Err(reason) => return Ok(Err(vec![Refusal { field: Field::Official, reason }])),
    };
    let layout = Layout {
        lang: new.person.lang,
        message: new.message.as_str(),
        sender: new.sender,
        person: &person,
        country,
        official: Some(&official.details),
        credit: &design.picture.credit,
        elections: composer.offer.elections,
    };
    let refusals = layout.refusals(&layout.back(&app.tools.rules));
    Ok(if refusals.is_empty() { Ok(official.id) } else { Err(refusals) })
}

/// Takes a sound form in, behind the same guards as a signature; returns what its waiting page speaks of.
async fn take_in(
    app: &App,
    visitor: &Visitor,
    campaign: &Campaign,
    (official, altcha): (Uuid, &str),
    new: &NewPostcard,
) -> Result<Uuid, WebError> {
    let desk = app.desk();
    app.watch.arrived(campaign.id, visitor.network, desk.now);
    visitor.may_mail(app, campaign, Some(desk.email_index(&new.person.email)))?;
    let (of, domain) = (campaign.organisation, new.person.email.domain());
    let hold_reason = app.houses.hold_reason(of, domain, new.person.hold_reason, desk.now);
    let new = NewPostcard { person: NewSignature { hold_reason, ..new.person.clone() }, ..new.clone() };
    let waiting = postcards::write(&desk, campaign.id, official, &new, shown(app, campaign, altcha)).await?;
    app.mail_waits.notify_one();
    Ok(waiting)
}

/// To the page that waits for the mail.
fn to_waiting(app: &App, lang: Lang, campaign: &Campaign, waiting: Uuid) -> Response {
    let token = postcards::waiting_token(&app.tools.vault, campaign.id, waiting);
    Redirect::to(&paths::check_email(lang, &campaign.slug, &token)).into_response()
}
