use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::views::row::Page;
use super::{Here, typed};
use crate::actions::signature_sheets::{
    At, Seen, judge as judging, look, mend as mending, remove as removing,
};
use crate::app::App;
use crate::domain::ledger::Batch;
use crate::domain::ledger::row::{State as Stand, Typed};
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

/// The address of a row.
#[derive(Clone, Deserialize)]
pub struct Named {
    slug: String,
    batch: String,
    sheet: String,
    place: String,
}

struct Found<'a> {
    here: Here<'a>,
    batch: Batch,
    at: At,
}

impl Named {
    async fn find<'a>(&self, app: &'a App, present: &'a Present) -> Result<Found<'a>, WebError> {
        let here = Here::find(app, present, &self.slug).await?;
        let batch = here.batch(&self.batch).await?;
        let number = |text: &str| text.parse().map_err(|_| WebError::NotFound);
        let at = At { batch: batch.number, sheet: number(&self.sheet)?, place: number(&self.place)? };
        Ok(Found { here, batch, at })
    }
}

impl Found<'_> {
    async fn seen(&self) -> Result<Seen, WebError> {
        let of = (self.at.batch, self.at.sheet);
        let all = look(&self.here.app.desk(), self.here.keeper(), of).await?;
        all.into_iter().find(|seen| seen.row.place == self.at.place).ok_or(WebError::NotFound)
    }

    fn page(&self, seen: &Seen, typed: Option<&Typed>, refusals: &[Refusal]) -> Markup {
        let signatory = &seen.signatory;
        let as_it_is = Typed {
            name: signatory.name.clone(),
            postal_code: signatory.postal_code.clone(),
            city: signatory.city.clone(),
            country: signatory.country.clone(),
            is_doubted: signatory.is_doubted,
        };
        let page = Page {
            app: self.here.app,
            present: self.here.present,
            campaign: &self.here.campaign,
            batch: &self.batch,
            at: self.at,
            row: &seen.row,
            typed: typed.unwrap_or(&as_it_is),
            refusals,
        };
        page.markup()
    }

    /// Back to the sheet, at the row.
    fn back(&self) -> Response {
        let path = paths::studio_sheet(&self.here.campaign.slug, self.at.batch, self.at.sheet);
        Redirect::to(&format!("{path}#row-{}", self.at.place)).into_response()
    }
}

pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(named): Path<Named>,
) -> Result<Markup, WebError> {
    let found = named.find(&app, &present).await?;
    let seen = found.seen().await?;
    Ok(found.page(&seen, None, &[]))
}

/// Types a row anew that was typed wrong.
pub async fn mend(
    State(app): State<Arc<App>>,
    present: Present,
    Path(named): Path<Named>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let found = named.find(&app, &present).await?;
    let seen = found.seen().await?;
    let typed = typed(|name| fields.take(name));
    match typed.parse(&app.tools.rules) {
        Ok(row) => {
            let (_, count) = mending(&app.desk(), found.here.keeper(), found.at, &row).await?;
            app.hub.moved(count.as_slice(), app.tools.clock.now());
            Ok(found.back())
        }
        Err(refusals) => {
            let page = found.page(&seen, Some(&typed), &refusals);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Lets a row stand, or strikes it out.
pub async fn judge(
    State(app): State<Arc<App>>,
    present: Present,
    Path(named): Path<Named>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let found = named.find(&app, &present).await?;
    let seen = Stand::parse(&fields.take("seen")).ok_or(WebError::BadRequest)?;
    let stands = match &*fields.take("verdict") {
        "stands" => true,
        "struck" => false,
        _ => return Err(WebError::BadRequest),
    };
    let count = judging(&app.desk(), found.here.keeper(), found.at, (seen, stands)).await?;
    app.hub.moved(count.as_slice(), app.tools.clock.now());
    if fields.take("from") == "held" {
        let held = paths::studio_sheets_part(&named.slug, "held");
        return Ok(Redirect::to(&held).into_response());
    }
    Ok(found.back())
}

/// Takes a row away that stands on no paper.
pub async fn remove(
    State(app): State<Arc<App>>,
    present: Present,
    Path(named): Path<Named>,
) -> Result<Response, WebError> {
    let found = named.find(&app, &present).await?;
    let count = removing(&app.desk(), found.here.keeper(), found.at).await?;
    app.hub.moved(count.as_slice(), app.tools.clock.now());
    Ok(found.back())
}
