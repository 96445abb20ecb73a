use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::{claims, lang, views};
use crate::actions::{self, confirm};
use crate::app::App;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::lang::Lang;
use crate::domain::signature::{Signature, State as Stand};
use crate::domain::token::{Claims, Purpose};
use crate::paths;
use crate::storage::signatures;
use crate::web::error::WebError;

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
    let link = link(&app, &segment, &token)?;
    let found = signatures::find(app.tools.db.read(), link.claims.campaign, link.claims.id).await?;
    let now = app.tools.clock.now();
    let Some(signature) = found else { return Ok(over(&app, &link, views::confirmation::Over::Expired)) };
    match signature.state {
        Stand::Confirmed | Stand::Held => Ok(thanks(&app, &link, &signature, &token)),
        Stand::Withdrawn | Stand::Disowned | Stand::Invalidated => {
            Ok(over(&app, &link, views::confirmation::Over::Ended(signature.state)))
        }
        Stand::Pending if is_expired(&link, &signature, now) => {
            Ok(over(&app, &link, views::confirmation::Over::Expired))
        }
        Stand::Pending if !link.campaign.confirms(now) => {
            Ok(over(&app, &link, views::confirmation::Over::TooLate))
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

/// The one press that counts.
pub async fn create(
    State(app): State<Arc<App>>,
    Path((segment, token)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let link = link(&app, &segment, &token)?;
    let now = app.tools.clock.now();
    if link.claims.expires.is_some_and(|expires| now >= expires) {
        // One confirmed in time still has its page.
        let found = signatures::find(app.tools.db.read(), link.claims.campaign, link.claims.id).await?;
        let confirmed =
            found.is_some_and(|signature| signature.confirmed_at.is_some() && signature.state.stands());
        if !confirmed {
            return Ok(over(&app, &link, views::confirmation::Over::Expired));
        }
    }
    let request = confirm::Request { campaign: link.campaign.clone(), id: link.claims.id, code: None };
    match app.intake.confirm(request).await? {
        confirm::Outcome::Confirmed => Ok(Redirect::to(&paths::confirm(link.lang, &token)).into_response()),
        confirm::Outcome::Ended(state) => Ok(over(&app, &link, views::confirmation::Over::Ended(state))),
        confirm::Outcome::TooLate => Ok(over(&app, &link, views::confirmation::Over::TooLate)),
        confirm::Outcome::Gone | confirm::Outcome::WrongCode | confirm::Outcome::CodeSpent => {
            Ok(over(&app, &link, views::confirmation::Over::Expired))
        }
    }
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
    };
    page.markup().into_response()
}

fn over(app: &App, link: &Link, why: views::confirmation::Over) -> Response {
    (StatusCode::GONE, views::confirmation::over(app, link.lang, &link.campaign, why)).into_response()
}
