use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::{claims, leave_reports, views};
use crate::actions::unsubscribe::{Reach, unsubscribe};
use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::token::{self, Claims, Purpose};
use crate::storage::{postcards, sign_ons, signatures};
use crate::web::error::WebError;
use crate::web::form::Fields;

/// The one address to which others may post: mail programs do it for their users (RFC 8058), from their own servers and without
/// cookies. What lets them in is the token, which only the mail carries.
pub fn router() -> Router<Arc<App>> {
    Router::new().route("/unsubscribe/{token}", get(show).post(create))
}

/// The language in which they signed.
async fn lang(app: &App, claims: Claims) -> Result<Lang, WebError> {
    let db = app.tools.db.read();
    if let Some(signature) = signatures::find(db, claims.campaign, claims.id).await? {
        return Ok(signature.lang);
    }
    let signed_on = sign_ons::find(db, claims.campaign, claims.id).await?;
    if let Some(one) = signed_on {
        return Ok(one.lang);
    }
    let card = postcards::find(db, claims.campaign, claims.id).await?;
    Ok(card.map_or(Lang::En, |one| one.lang))
}

/// Whether it is a link that ends reports, and not updates: mail programs know one address for both.
fn is_of_reports(token: &str) -> bool {
    token::purpose(token) == Some(Purpose::StopReports)
}

/// Changes nothing, whoever looks.
pub async fn show(State(app): State<Arc<App>>, Path(token): Path<String>) -> Result<Response, WebError> {
    if is_of_reports(&token) {
        return leave_reports::show(&app, &token).await;
    }
    let claims = claims(&app, &token, Purpose::Unsubscribe)?;
    let lang = lang(&app, claims).await?;
    let campaign = app.hub.campaign_by_id(claims.campaign);
    Ok(views::unsubscribe::asked(&app, lang, campaign.as_deref(), &token).into_response())
}

/// Whatever is posted, in whichever form: RFC 8058 (3.2) lets a mail program choose, and nobody is kept on a list for it.
pub async fn create(
    State(app): State<Arc<App>>,
    Path(token): Path<String>,
    fields: Result<Fields, WebError>,
) -> Result<Response, WebError> {
    if is_of_reports(&token) {
        return leave_reports::create(&app, &token).await;
    }
    let claims = claims(&app, &token, Purpose::Unsubscribe)?;
    let lang = lang(&app, claims).await?;
    let mut fields = fields.unwrap_or_default();
    let reach = if fields.take("from") == "all" { Reach::Everything } else { Reach::Campaign };
    unsubscribe(&app.desk(), claims.campaign, claims.id, reach).await?;
    let campaign = app.hub.campaign_by_id(claims.campaign);
    Ok(views::unsubscribe::done(&app, lang, campaign.as_deref(), reach).into_response())
}
