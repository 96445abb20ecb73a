use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::{claims, lang, letter, postcard, views};
use crate::actions::{self, confirm};
use crate::app::App;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::lang::Lang;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::signature::{Signature, State as Stand};
use crate::domain::token::{self, Claims, Purpose};
use crate::paths;
use crate::storage::signatures;
use crate::web::error::{Over, WebError};
use crate::web::form::Fields;
use crate::web::visitor::Visitor;

/// What a confirmation link leads to.
struct Link {
    lang: Lang,
    claims: Claims,
    campaign: Arc<Campaign>,
}

fn link(app: &App, segment: &str, token: &str) -> Result<Link, WebError> {
    let lang = lang(segment)?;
    let claims = claims(app, token, Purpose::Confirm)?;
    let campaign = app.hub.campaign_by_id(claims.campaign).ok_or(WebError::LinkOver)?;
    if campaign.status(app.tools.clock.now()) == Status::Removed {
        return Err(WebError::CampaignRemoved);
    }
    Ok(Link { lang, claims, campaign })
}

/// A button, or what has become of it. Looking changes nothing, whoever looks.
pub async fn show(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    match token::purpose(&token) {
        Some(Purpose::ConfirmSignOn) => {
            return letter::confirmation::show(&app, lang(&segment)?, token).await;
        }
        Some(Purpose::ConfirmPostcard) => {
            return postcard::confirmation::show(&app, lang(&segment)?, token).await;
        }
        _ => {}
    }
    let link = link(&app, &segment, &token)?;
    let found = signatures::find(app.tools.db.read(), link.claims.campaign, link.claims.id).await?;
    let now = app.tools.clock.now();
    let Some(signature) = found else { return Err(over(&app, &link.campaign, confirm::Outcome::Gone)) };
    match signature.state {
        Stand::Confirmed | Stand::Held => Ok(thanks(&app, &link, &signature, &token)),
        Stand::Withdrawn | Stand::Disowned | Stand::Invalidated => {
            Err(over(&app, &link.campaign, confirm::Outcome::Ended(signature.state)))
        }
        Stand::Pending if is_expired(&link, &signature, now) => {
            Err(over(&app, &link.campaign, confirm::Outcome::Gone))
        }
        Stand::Pending if !link.campaign.confirms(now) => {
            Err(over(&app, &link.campaign, confirm::Outcome::TooLate))
        }
        Stand::Pending if signature.code_only => {
            Ok(code_page(&app, &link, &token, views::confirmation::Typed::default()).into_response())
        }
        Stand::Pending => {
            let page = views::confirmation::button(&app, link.lang, &link.campaign, &token);
            Ok(page.into_response())
        }
    }
}

fn is_expired(link: &Link, signature: &Signature, now: crate::domain::moment::Moment) -> bool {
    now >= signature.expires_at || link.claims.expires.is_some_and(|expires| now >= expires)
}

/// The one press that counts; where the link is not enough, with the code.
pub async fn create(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
    visitor: Visitor,
    mut fields: Fields,
) -> Result<Response, WebError> {
    match token::purpose(&token) {
        Some(Purpose::ConfirmSignOn) => {
            return letter::confirmation::create(&app, lang(&segment)?, token, &visitor, fields).await;
        }
        Some(Purpose::ConfirmPostcard) => {
            return postcard::confirmation::create(&app, lang(&segment)?, token, &visitor, fields).await;
        }
        _ => {}
    }
    let link = link(&app, &segment, &token)?;
    let now = app.tools.clock.now();
    if link.claims.expires.is_some_and(|expires| now >= expires) {
        // One confirmed in time still has its page.
        let found = signatures::find(app.tools.db.read(), link.claims.campaign, link.claims.id).await?;
        let confirmed =
            found.is_some_and(|signature| signature.confirmed_at.is_some() && signature.state.stands());
        if !confirmed {
            return Err(over(&app, &link.campaign, confirm::Outcome::Gone));
        }
    }
    let typed = fields.take("code");
    let code = (!typed.trim().is_empty()).then(|| digits(&typed));
    if code.is_some() {
        app.limits.check_code(visitor.asker(&app))?;
    }
    let request = confirm::Request { campaign: link.campaign.clone(), id: link.claims.id, code };
    let reason = match app.intake.confirm(request).await? {
        confirm::Outcome::Confirmed => {
            return Ok(Redirect::to(&paths::confirm(link.lang, &token)).into_response());
        }
        confirm::Outcome::CodeNeeded => Reason::Missing,
        confirm::Outcome::WrongCode | confirm::Outcome::CodeSpent => Reason::WrongCode,
        outcome => return Err(over(&app, &link.campaign, outcome)),
    };
    let refusal = Refusal { field: Field::Code, reason };
    if visitor.wants_json {
        return Err(WebError::Refused(vec![refusal]));
    }
    let typed = views::confirmation::Typed { code: &typed, refusal: Some(refusal) };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, code_page(&app, &link, &token, typed)).into_response())
}

/// A code as it is compared: people copy it with spaces and hyphens.
pub fn digits(typed: &str) -> String {
    typed.chars().filter_map(|c| c.to_digit(10)).map(|digit| digit.to_string()).collect()
}

/// The button with a field for the code, for a signature whose link is not enough.
fn code_page(app: &App, link: &Link, token: &str, typed: views::confirmation::Typed<'_>) -> Markup {
    let waiting = &actions::waiting_token(&app.tools.vault, link.claims.campaign, link.claims.id);
    let (lang, campaign) = (link.lang, &*link.campaign);
    views::confirmation::Code { app, lang, campaign, token, waiting, typed }.markup()
}

fn thanks(app: &App, link: &Link, signature: &Signature, token: &str) -> Response {
    let mine = actions::mine_token(&app.tools.vault, signature.campaign, signature.id);
    let name =
        actions::open_person(&app.tools.vault, signature).map(|person| person.name).unwrap_or_default();
    let page = views::confirmation::Thanks {
        app,
        lang: link.lang,
        campaign: &link.campaign,
        name: &name,
        place: signature.place.unwrap_or_default(),
        confirmed_at: signature.confirmed_at.unwrap_or_default(),
        mine: &mine,
        token,
        writes_cards: postcard::may_write(app, &link.campaign),
    };
    page.markup().into_response()
}

/// Why a signature is over, told as an error, so that a program is told in its own form.
pub fn over(app: &App, campaign: &Campaign, outcome: confirm::Outcome) -> WebError {
    let why = match outcome {
        confirm::Outcome::Ended(state) => Over::Ended(state),
        confirm::Outcome::TooLate => Over::TooLate,
        _ => Over::Expired(app.tools.settings.retention.unconfirmed),
    };
    WebError::Over(why, campaign.slug.clone())
}
