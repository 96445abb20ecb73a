use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use crate::actions::confirm::Outcome;
use crate::actions::sign_on::{self, mine_token, open_signatory, waiting_token};
use crate::app::App;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::lang::Lang;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::sign_on::{SignOn, State};
use crate::domain::signature::State as Ended;
use crate::domain::token::{Claims, Purpose};
use crate::paths;
use crate::storage::sign_ons;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::supporter::confirmation::{digits, over};
use crate::web::supporter::{claims, views};
use crate::web::visitor::Visitor;

/// What the link of a mail leads to.
pub struct Link {
    pub lang: Lang,
    pub claims: Claims,
    pub campaign: Arc<Campaign>,
    pub token: String,
}

/// The link of a mail, opened, if it is for this.
pub fn link(app: &App, lang: Lang, token: String, purpose: Purpose) -> Result<Link, WebError> {
    let claims = claims(app, &token, purpose)?;
    let campaign = app.hub.campaign_by_id(claims.campaign).ok_or(WebError::LinkOver)?;
    if campaign.status(app.tools.clock.now()) == Status::Removed {
        return Err(WebError::CampaignRemoved);
    }
    Ok(Link { lang, claims, campaign, token })
}

async fn find(app: &App, link: &Link) -> Result<SignOn, WebError> {
    let found = sign_ons::find(app.tools.db.read(), link.claims.campaign, link.claims.id).await?;
    found.ok_or_else(|| over(app, &link.campaign, Outcome::Gone))
}

/// A button, or what has become of it. Looking changes nothing, whoever looks.
pub async fn show(app: &App, lang: Lang, token: String) -> Result<Response, WebError> {
    let link = link(app, lang, token, Purpose::ConfirmSignOn)?;
    let one = find(app, &link).await?;
    let now = app.tools.clock.now();
    let is_late = now >= one.expires_at || link.claims.expires.is_some_and(|expires| now >= expires);
    let outcome = match one.state {
        State::Held | State::Vetted | State::Declined => return Ok(thanks(app, &link, &one)),
        State::Withdrawn => Outcome::Ended(Ended::Withdrawn),
        State::Disowned => Outcome::Ended(Ended::Disowned),
        State::Repeat => Outcome::Gone,
        State::Pending if is_late => Outcome::Gone,
        State::Pending if !link.campaign.confirms(now) => Outcome::TooLate,
        State::Pending if one.code_only => {
            let typed = views::confirmation::Typed::default();
            return Ok(code_page(app, &link, &waiting(app, &link), typed).into_response());
        }
        State::Pending => {
            let page = views::confirmation::button(app, link.lang, &link.campaign, &link.token);
            return Ok(page.into_response());
        }
    };
    Err(over(app, &link.campaign, outcome))
}

/// The one press that counts; where the link is not enough, with the code.
pub async fn create(
    app: &App,
    lang: Lang,
    token: String,
    visitor: &Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let link = link(app, lang, token, Purpose::ConfirmSignOn)?;
    let now = app.tools.clock.now();
    if link.claims.expires.is_some_and(|expires| now >= expires)
        && !find(app, &link).await?.state.is_confirmed()
    {
        return Err(over(app, &link.campaign, Outcome::Gone));
    }
    let typed = fields.take("code");
    let code = (!typed.trim().is_empty()).then(|| digits(&typed));
    if code.is_some() {
        app.limits.check_code(visitor.asker(app))?;
    }
    let done = sign_on::confirm(&app.desk(), &link.campaign, link.claims.id, code.as_deref()).await?;
    let reason = match done {
        Outcome::Confirmed => {
            return Ok(Redirect::to(&paths::confirm(link.lang, &link.token)).into_response());
        }
        Outcome::CodeNeeded => Reason::Missing,
        Outcome::WrongCode | Outcome::CodeSpent => Reason::WrongCode,
        outcome => return Err(over(app, &link.campaign, outcome)),
    };
    let refusal = Refusal { field: Field::Code, reason };
    if visitor.wants_json {
        return Err(WebError::Refused(vec![refusal]));
    }
    let typed = views::confirmation::Typed { code: &typed, refusal: Some(refusal) };
    let page = code_page(app, &link, &waiting(app, &link), typed);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn waiting(app: &App, link: &Link) -> String {
    waiting_token(&app.tools.vault, link.claims.campaign, link.claims.id)
}

/// The button with a field for the code, for one whose link is not enough.
pub fn code_page(app: &App, link: &Link, waiting: &str, typed: views::confirmation::Typed<'_>) -> Markup {
    let (lang, campaign, token) = (link.lang, &*link.campaign, &*link.token);
    views::confirmation::Code { app, lang, campaign, token, waiting, typed }.markup()
}

fn thanks(app: &App, link: &Link, one: &SignOn) -> Response {
    let mine = mine_token(&app.tools.vault, one.campaign, one.id);
    let signatory = open_signatory(&app.tools.vault, one).ok();
    let page = views::letter::Thanks {
        app,
        lang: link.lang,
        campaign: &link.campaign,
        name: signatory.as_ref().map_or("", |signatory| &signatory.person.name),
        state: one.state,
        mine: &mine,
        token: &link.token,
    };
    page.markup().into_response()
}
