use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use super::trail::Trail;
use super::{known, lang, views};
use crate::actions;
use crate::actions::sign::{self, Signed};
use crate::app::App;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::defence::Shown;
use crate::domain::form::SignatureForm;
use crate::domain::lang::Lang;
use crate::domain::refusal::Refusal;
use crate::domain::signature::NewSignature;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::pages::Rendered;
use crate::web::visitor::Visitor;

impl From<Fields> for SignatureForm {
    fn from(mut fields: Fields) -> Self {
        Self {
            name: fields.take("name"),
            email: fields.take("email"),
            country: fields.take("country"),
            postal_code: fields.take("postal_code"),
            city: fields.take("city"),
            region: fields.take("region"),
            public: fields.take("public"),
            updates: fields.take("updates"),
            comment: fields.take("comment"),
            text_version: fields.take("text_version"),
            source: fields.take("source"),
            homepage: fields.take("homepage"),
        }
    }
}

pub fn is_open(app: &App, campaign: &Campaign) -> bool {
    campaign.status(app.tools.clock.now()) == Status::Open
}

pub fn to_campaign(lang: Lang, campaign: &Campaign) -> Response {
    Redirect::to(&paths::campaign(lang, &campaign.slug)).into_response()
}

/// The form alone.
pub async fn new(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    trail: Trail,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    let lang = lang(&segment)?;
    let campaign = known(&app, &slug)?;
    if !is_open(&app, &campaign) {
        return Ok(to_campaign(lang, &campaign));
    }
    let page = views::signature::Page::empty(&app, lang, &campaign, asks(&app, &campaign)).markup();
    Ok(trail.respond(Rendered::new(page), &headers))
}

pub async fn create(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    trail: Trail,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let lang = lang(&segment)?;
    let campaign = known(&app, &slug)?;
    if !is_open(&app, &campaign) {
        return Ok(to_campaign(lang, &campaign));
    }
    app.intake.room()?;
    let altcha = fields.take("altcha");
    let mut form = SignatureForm::from(fields);
    if form.source.is_empty() {
        form.source = trail.0.as_str().to_owned();
    }
    match form.parse(lang, &app.hub.editions(campaign.id), &app.tools.rules) {
        Ok(new) => {
            let signed = take_in(&app, &visitor, &campaign, (form, &altcha), &new).await?;
            Ok(to_waiting(&app, lang, &campaign, signed))
        }
        Err(refusals) => refuse(&app, &visitor, &campaign, (&form, &altcha), refusals),
    }
}

fn refuse(
    app: &App,
    visitor: &Visitor,
    campaign: &Campaign,
    (form, altcha): (&SignatureForm, &str),
    refusals: Vec<Refusal>,
) -> Result<Response, WebError> {
    if visitor.wants_json {
        return Err(WebError::Refused(refusals));
    }
    // A proof of work that was done keeps: it is spent only when the form is taken.
    let altcha = app.prover.kept(campaign.id, altcha, app.tools.clock.now());
    let (lang, asking) = (visitor.lang, asks(app, campaign));
    let page = views::signature::Page {
        app,
        lang,
        campaign,
        form,
        altcha,
        asking,
        refusals: &refusals,
        preview: false,
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response())
}

/// Whether forms of this campaign are asked for a proof of work now.
pub fn asks(app: &App, campaign: &Campaign) -> bool {
    app.hub.defence(campaign.id).asks(app.tools.clock.now())
}

/// What a form has shown besides its fields. While the campaign is calm nobody looks.
pub fn shown(app: &App, campaign: &Campaign, altcha: &str) -> Shown {
    if !asks(app, campaign) {
        return Shown::Calm;
    }
    app.prover.check(campaign.id, altcha, app.tools.clock.now()).map_or(Shown::Nothing, Shown::Proof)
}

/// Takes a sound form in, with the proof of work that it may bring.
pub async fn take_in(
    app: &App,
    visitor: &Visitor,
    campaign: &Campaign,
    (form, altcha): (SignatureForm, &str),
    new: &NewSignature,
) -> Result<Signed, WebError> {
    let desk = app.desk();
    app.watch.arrived(campaign.id, visitor.network, desk.now);
    let asker = visitor.may_mail(app, campaign, Some(desk.email_index(&new.email)))?;
    let (of, domain) = (campaign.organisation, new.email.domain());
    let hold_reason = app.houses.hold_reason(of, domain, new.hold_reason, desk.now);
    let new = &NewSignature { hold_reason, ..new.clone() };
    let shown = shown(app, campaign, altcha);
    let new = NewSignature { source: app.hub.source(campaign.id, &new.source), ..new.clone() };
    let prepared = sign::prepare(&desk, campaign.id, form, &new, asker.index, shown);
    Ok(app.intake.sign(prepared).await?)
}

/// To the page that waits for the mail.
pub fn to_waiting(app: &App, lang: Lang, campaign: &Campaign, signed: Signed) -> Response {
    let token = actions::waiting_token(&app.tools.vault, signed.campaign, signed.waiting);
    Redirect::to(&paths::check_email(lang, &campaign.slug, &token)).into_response()
}
