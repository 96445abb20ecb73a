//! The waiting page: the code of the mail, another mail, another address. The same for a new, a pending and a confirmed
//! signature, so that it tells nobody who has signed.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::{claims, confirmation, known, lang, letter, postcard, signature, views};
use crate::actions::{change_address, confirm, postcards, resend as resending, sign_on};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::form::SignatureForm;
use crate::domain::lang::Lang;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::token::{self, Purpose};
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::visitor::Visitor;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    waiting: String,
    sent: String,
}

/// What a waiting page stands for.
struct Wait {
    lang: Lang,
    campaign: Arc<Campaign>,
    token: String,
    id: Uuid,
    of: Of,
}

/// For what somebody waits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Signature,
    /// Under the open letter.
    SignOn,
    Postcard,
}

impl Wait {
    fn new(app: &App, segment: &str, slug: &str, token: String) -> Result<Self, WebError> {
        let lang = lang(segment)?;
        let campaign = known(app, slug)?;
        let (of, purpose) = match token::purpose(&token) {
            Some(Purpose::WaitingSignOn) => (Of::SignOn, Purpose::WaitingSignOn),
            Some(Purpose::WaitingPostcard) => (Of::Postcard, Purpose::WaitingPostcard),
            _ => (Of::Signature, Purpose::Waiting),
        };
        let claims = claims(app, &token, purpose)?;
        if claims.campaign != campaign.id {
            return Err(WebError::UnknownLink);
        }
        Ok(Self { lang, campaign, token, id: claims.id, of })
    }

    fn page<'a>(&'a self, app: &'a App, typed: views::waiting::Typed<'a>) -> views::waiting::Page<'a> {
        let (lang, campaign) = (self.lang, &*self.campaign);
        views::waiting::Page { app, lang, campaign, token: Some(&self.token), sent_again: false, typed }
    }

    fn refuse(
        &self,
        app: &App,
        visitor: &Visitor,
        typed: views::waiting::Typed<'_>,
    ) -> Result<Response, WebError> {
        if visitor.wants_json {
            return Err(WebError::Refused(typed.refusal.into_iter().collect()));
        }
        let page = self.page(app, typed);
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response())
    }
}

pub async fn show(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    if asked.waiting.is_empty() {
        let (lang, campaign) = (lang(&segment)?, known(&app, &slug)?);
        let typed = views::waiting::Typed::default();
        let page = views::waiting::Page {
            app: &app,
            lang,
            campaign: &campaign,
            token: None,
            sent_again: false,
            typed,
        };
        return Ok(page.markup().into_response());
    }
    let wait = Wait::new(&app, &segment, &slug, asked.waiting)?;
    let page = wait.page(&app, views::waiting::Typed::default());
    Ok(views::waiting::Page { sent_again: !asked.sent.is_empty(), ..page }.markup().into_response())
}

/// The token from the form, or from the address where the form was posted to it.
fn token(fields: &mut Fields, asked: Asked) -> String {
    let posted = fields.take("waiting");
    if posted.is_empty() { asked.waiting } else { posted }
}

pub async fn enter_code(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let wait = Wait::new(&app, &segment, &slug, token(&mut fields, asked))?;
    let typed = fields.take("code");
    let code = confirmation::digits(&typed);
    let refused = |reason| views::waiting::Typed {
        code: &typed,
        email: "",
        refusal: Some(Refusal { field: Field::Code, reason }),
    };
    if typed.trim().is_empty() {
        return wait.refuse(&app, &visitor, refused(Reason::Missing));
    }
    app.limits.check_code(visitor.asker(&app))?;
    match compare(&app, &wait, code).await? {
        (confirm::Outcome::Confirmed, id) => {
            let expires = app.desk().lapse();
            let (vault, campaign) = (&app.tools.vault, wait.campaign.id);
            let token = match wait.of {
                Of::SignOn => sign_on::confirm_token(vault, campaign, id, expires),
                Of::Postcard => postcards::confirm_token(vault, campaign, id, expires),
                Of::Signature => crate::actions::confirm_token(vault, campaign, id, expires),
            };
            Ok(Redirect::to(&paths::confirm(wait.lang, &token)).into_response())
        }
        (confirm::Outcome::WrongCode | confirm::Outcome::CodeSpent, _) => {
            wait.refuse(&app, &visitor, refused(Reason::WrongCode))
        }
        (outcome, _) => Err(confirmation::over(&app, &wait.campaign, outcome)),
    }
}

/// Confirms by code what the page waits for. Where no code can be right, every one is answered as a wrong one.
async fn compare(app: &App, wait: &Wait, code: String) -> Result<(confirm::Outcome, Uuid), WebError> {
    let campaign = wait.campaign.clone();
    match wait.of {
        Of::SignOn => return letter::waiting::compare(app, &campaign, wait.id, &code).await,
        Of::Postcard => return postcard::waiting::compare(app, &campaign, wait.id, &code).await,
        Of::Signature => {}
    }
    let Some(id) = confirm::signature_of(&app.desk(), campaign.id, wait.id).await? else {
        return Ok((confirm::Outcome::WrongCode, wait.id));
    };
    Ok((app.intake.confirm(confirm::Request { campaign, id, code: Some(code) }).await?, id))
}

pub async fn resend(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let wait = Wait::new(&app, &segment, &slug, token(&mut fields, asked))?;
    visitor.may_mail(&app, &wait.campaign, None)?;
    match wait.of {
        Of::SignOn => sign_on::resend(&app.desk(), wait.campaign.id, wait.id).await?,
        Of::Postcard => postcards::resend(&app.desk(), wait.campaign.id, wait.id).await?,
        Of::Signature => resending::resend(&app.desk(), wait.campaign.id, wait.id).await?,
    }
    app.mail_waits.notify_one();
    let page = paths::check_email(wait.lang, &slug, &wait.token);
    Ok(Redirect::to(&format!("{page}&sent=again")).into_response())
}

pub async fn change_address(
    State(app): State<Arc<App>>,
    Path((segment, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let wait = Wait::new(&app, &segment, &slug, token(&mut fields, asked))?;
    if !signature::is_open(&app, &wait.campaign) {
        return Ok(signature::to_campaign(wait.lang, &wait.campaign));
    }
    let desk = app.desk();
    let editions = app.hub.editions(wait.campaign.id);
    let typed = fields.take("email");
    let refused = |refusals: Vec<Refusal>| {
        let typed = views::waiting::Typed { code: "", email: &typed, refusal: refusals.into_iter().next() };
        wait.refuse(&app, &visitor, typed)
    };
    let about = (wait.lang, &*wait.campaign);
    let changed = match wait.of {
        Of::SignOn => Some(letter::waiting::change_address(&app, &visitor, about, wait.id, &typed).await?),
        Of::Postcard => {
            Some(postcard::waiting::change_address(&app, &visitor, about, wait.id, &typed).await?)
        }
        Of::Signature => None,
    };
    if let Some(changed) = changed {
        return changed.or_else(refused);
    }
    let old = change_address::form_of(&desk, wait.campaign.id, wait.id).await?;
    let form = SignatureForm { email: typed.clone(), ..old.clone() };
    let new = match form.parse(wait.lang, &editions, &app.tools.rules) {
        Ok(new) => new,
        Err(refusals) => return refused(refusals),
    };
    let same = change_address::is_same_address(&desk, &old.email, &new.email);
    // Under pressure it brings no proof of work of its own: its code is typed on this very page.
    let signed = signature::take_in(&app, &visitor, &wait.campaign, (form, ""), &new).await?;
    if !same {
        change_address::drop_mistyped(&desk, wait.campaign.id, wait.id, signed.waiting).await?;
    }
    Ok(signature::to_waiting(&app, wait.lang, &wait.campaign, signed))
}
