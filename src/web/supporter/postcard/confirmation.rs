use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use crate::actions::confirm::Outcome;
use crate::actions::postcards::{self, mine_token, open_written, waiting_token};
use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::postcard::{Postcard, State};
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::signature::State as Ended;
use crate::domain::token::Purpose;
use crate::paths;
use crate::storage::postcards as rows;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::supporter::confirmation::{digits, over};
use crate::web::supporter::letter::confirmation::{Link, code_page, link};
use crate::web::supporter::views;
use crate::web::visitor::Visitor;

async fn find(app: &App, link: &Link) -> Result<Postcard, WebError> {
    let found = rows::find(app.tools.db.read(), link.claims.campaign, link.claims.id).await?;
    found.ok_or_else(|| over(app, &link.campaign, Outcome::Gone))
}

fn waiting(app: &App, link: &Link) -> String {
    waiting_token(&app.tools.vault, link.claims.campaign, link.claims.id)
}

/// A button, or what has become of it. Looking changes nothing, whoever looks.
pub async fn show(app: &App, lang: Lang, token: String) -> Result<Response, WebError> {
    let link = link(app, lang, token, Purpose::ConfirmPostcard)?;
    let one = find(app, &link).await?;
    let now = app.tools.clock.now();
    let is_late = now >= one.expires_at || link.claims.expires.is_some_and(|expires| now >= expires);
    let outcome = match one.state {
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
            let page = views::postcard::mine::button(app, link.lang, &link.campaign, &link.token);
            return Ok(page.into_response());
        }
        _ => return Ok(thanks(app, &link, &one)),
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
    let link = link(app, lang, token, Purpose::ConfirmPostcard)?;
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
    let (done, count) =
        postcards::confirm(&app.desk(), &link.campaign, link.claims.id, code.as_deref()).await?;
    app.hub.moved(count.as_slice(), now);
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

fn thanks(app: &App, link: &Link, one: &Postcard) -> Response {
    let mine = mine_token(&app.tools.vault, one.campaign, one.id);
    let written = open_written(&app.tools.vault, one).ok();
    let page = views::postcard::mine::Thanks {
        app,
        lang: link.lang,
        campaign: &link.campaign,
        name: written.as_ref().map_or("", |written| &written.person.name),
        state: one.state,
        mine: &mine,
        token: &link.token,
    };
    page.markup().into_response()
}
