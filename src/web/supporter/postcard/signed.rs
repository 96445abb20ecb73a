//! A card of somebody who has signed: their own link says who they are, so that nothing is typed again but the message.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::composer::{Composer, proof};
use super::{begun, fitting};
use crate::actions::postcards::{self, Known};
use crate::actions::{ActionError, change_address};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::form::SignatureForm;
use crate::domain::lang::Lang;
use crate::domain::postcard::PostcardForm;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::signature::{HoldReason, Signature, State as Stand};
use crate::domain::token::Purpose;
use crate::paths;
use crate::storage::signatures;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::supporter::signature::{is_open, to_campaign};
use crate::web::supporter::{claims, lang, views};
use crate::web::visitor::Visitor;

/// Somebody who has signed and confirmed.
struct Signed {
    lang: Lang,
    campaign: Arc<Campaign>,
    composer: Composer,
    signature: Signature,
    person: SignatureForm,
    token: String,
}

impl Signed {
    async fn of(app: &App, segment: &str, token: String) -> Result<Self, WebError> {
        let lang = lang(segment)?;
        let claims = claims(app, &token, Purpose::Mine)?;
        let campaign = app.hub.campaign_by_id(claims.campaign).ok_or(WebError::LinkOver)?;
        let found = signatures::find(app.tools.db.read(), claims.campaign, claims.id).await?;
        let signature = found.filter(|one| matches!(one.state, Stand::Confirmed | Stand::Held));
        let signature = signature.ok_or(WebError::LinkOver)?;
        let composer = Composer::load(app, &campaign).await?;
        let person = match change_address::form_of(&app.desk(), campaign.id, signature.id).await {
            // Anonymised since.
            Err(ActionError::Vault(_)) => return Err(WebError::LinkOver),
            person => person?,
        };
        // Updates were asked for, or not, with the signature; a comment is no part of a card.
        let person = SignatureForm { updates: String::new(), comment: String::new(), ..person };
        Ok(Self { lang, campaign, composer, signature, person, token })
    }

    fn form(&self, fields: Fields) -> PostcardForm {
        PostcardForm { person: self.person.clone(), ..PostcardForm::from(fields) }
    }

    async fn page(
        &self,
        app: &App,
        form: &PostcardForm,
        refusals: &[Refusal],
    ) -> Result<maud::Markup, WebError> {
        let proof = proof(app, self.lang, (&self.campaign, &self.composer), form).await?;
        let page = views::postcard::Page {
            app,
            lang: self.lang,
            campaign: &self.campaign,
            composer: &self.composer,
            form,
            signed: Some(&self.token),
            proof,
            altcha: "",
            asking: false,
            refusals,
        };
        Ok(page.markup())
    }
}

pub async fn new(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let signed = Signed::of(&app, &segment, token).await?;
    if !is_open(&app, &signed.campaign) {
        return Ok(to_campaign(signed.lang, &signed.campaign));
    }
    let begun = begun(signed.lang, &signed.campaign, &signed.composer);
    let form = PostcardForm { person: signed.person.clone(), ..begun };
    Ok(signed.page(&app, &form, &[]).await?.into_response())
}

pub async fn preview(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    app.limits.check_preview(visitor.network)?;
    let signed = Signed::of(&app, &segment, token).await?;
    let is_fragment = !fields.take("fragment").is_empty();
    let form = signed.form(fields);
    if is_fragment {
        let mut proof = proof(&app, signed.lang, (&signed.campaign, &signed.composer), &form).await?;
        return Ok(views::postcard::card::fragment(signed.lang, &mut proof).into_response());
    }
    Ok(signed.page(&app, &form, &[]).await?.into_response())
}

pub async fn create(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
    visitor: Visitor,
    fields: Fields,
) -> Result<Response, WebError> {
    let signed = Signed::of(&app, &segment, token).await?;
    if !is_open(&app, &signed.campaign) {
        return Ok(to_campaign(signed.lang, &signed.campaign));
    }
    let form = signed.form(fields);
    let refusals = match take(&app, &signed, &form).await? {
        Ok(page) => return Ok(page),
        Err(refusals) => refusals,
    };
    // Who they are stands in no field of this form.
    let at = |refusal: Refusal| match refusal.field {
        Field::PostalCode => Refusal { field: Field::Official, reason: Reason::NoMember },
        _ => refusal,
    };
    let refusals: Vec<Refusal> = refusals.into_iter().map(at).collect();
    app.limits.check_preview(visitor.network)?;
    let page = signed.page(&app, &form, &refusals).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Writes the card, which needs no confirmation, and leads to its page.
async fn take(
    app: &App,
    signed: &Signed,
    form: &PostcardForm,
) -> Result<Result<Response, Vec<Refusal>>, WebError> {
    let mut new = match form.parse(signed.lang, &app.tools.rules) {
        Ok(new) => new,
        Err(refusals) => return Ok(Err(refusals)),
    };
    if signed.signature.state == Stand::Held {
        // What holds the signature holds the card.
        new.person.hold_reason = new.person.hold_reason.or(Some(HoldReason::Moderator));
    }
    let official = match fitting(app, (&signed.campaign, &signed.composer), &new).await? {
        Ok(official) => official,
        Err(refusals) => return Ok(Err(refusals)),
    };
    let (known, count) = postcards::write_confirmed(&app.desk(), signed.campaign.id, official, &new).await?;
    app.hub.moved(count.as_slice(), app.tools.clock.now());
    let (id, done) = match known {
        Known::Written(id) => (id, "written"),
        Known::Before(id) => (id, "before"),
        Known::Shared => {
            return Ok(Err(vec![Refusal { field: Field::Official, reason: Reason::Shared }]));
        }
    };
    let token = postcards::mine_token(&app.tools.vault, signed.campaign.id, id);
    let page = format!("{}?done={done}", paths::mine(signed.lang, &token));
    Ok(Ok(Redirect::to(&page).into_response()))
}
