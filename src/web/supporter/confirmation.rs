use std::sync::Arc;

use axum::extract::{Path, State};
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
use crate::web::error::{Over, WebError};

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
            return Err(over(&app, &link.campaign, confirm::Outcome::Gone));
        }
    }
    let request = confirm::Request { campaign: link.campaign.clone(), id: link.claims.id, code: None };
    match app.intake.confirm(request).await? {
        confirm::Outcome::Confirmed => Ok(Redirect::to(&paths::confirm(link.lang, &token)).into_response()),
        outcome => Err(over(&app, &link.campaign, outcome)),
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

/// Why a signature is over, told as an error, so that a program is told in its own form.
pub fn over(app: &App, campaign: &Campaign, outcome: confirm::Outcome) -> WebError {
    let why = match outcome {
        confirm::Outcome::Ended(state) => Over::Ended(state),
        confirm::Outcome::TooLate => Over::TooLate,
        _ => Over::Expired(app.tools.settings.retention.unconfirmed),
    };
    WebError::Over(why, campaign.slug.clone())
}
