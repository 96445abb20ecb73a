//! Whoever gets reports ends them, from the mail or by the mail program. No account, no question.

use axum::response::{IntoResponse, Response};

use super::{claims, views};
use crate::actions::reports::leave;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::token::{Claims, Purpose};
use crate::storage::reports::{self, receivers};
use crate::web::error::WebError;

/// The language of the report; English where it is forgotten who got it.
async fn lang(app: &App, claims: Claims) -> Result<Lang, WebError> {
    let db = app.tools.db.read();
    let Some(receiver) = receivers::find(db, claims.campaign, claims.id).await? else { return Ok(Lang::En) };
    let report = reports::find(db, (receiver.campaign, receiver.report)).await?;
    Ok(report.map_or(Lang::En, |report| report.terms.lang))
}

/// Changes nothing, whoever looks.
pub async fn show(app: &App, token: &str) -> Result<Response, WebError> {
    let claims = claims(app, token, Purpose::StopReports)?;
    let (lang, campaign) = (lang(app, claims).await?, app.hub.campaign_by_id(claims.campaign));
    Ok(views::leave_reports::asked(app, lang, campaign.as_deref(), token).into_response())
}

pub async fn create(app: &App, token: &str) -> Result<Response, WebError> {
    let claims = claims(app, token, Purpose::StopReports)?;
    let (lang, campaign) = (lang(app, claims).await?, app.hub.campaign_by_id(claims.campaign));
    leave(&app.desk(), claims.campaign, claims.id).await?;
    Ok(views::leave_reports::done(app, lang, campaign.as_deref()).into_response())
}
