use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::views::sheet::{Page, Trouble};
use super::{Here, typed};
use crate::actions::ledger::LedgerError;
use crate::actions::signature_sheets::{At, look, write as writing};
use crate::app::App;
use crate::domain::ledger::row::Typed;
use crate::domain::ledger::{Batch, Sum};
use crate::paths;
use crate::storage::ledger::{entries, rows};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The place of the row that was typed just now.
    typed: i32,
}

impl Here<'_> {
    async fn sheet_page(
        &self,
        (batch, sheet): (&Batch, i32),
        just: i32,
        refused: Option<(&Typed, &Trouble)>,
    ) -> Result<Markup, WebError> {
        let (db, of) = (self.app.tools.db.read(), (self.campaign.id, batch.number));
        let seen = look(&self.app.desk(), self.keeper(), (batch.number, sheet)).await?;
        let sum = Sum::of(entries::list(db, of).await?.iter().map(|entry| (entry.step, entry.many)));
        let last = seen.last();
        let fresh = Typed {
            country: last.map_or(self.country(), |last| &last.signatory.country).to_owned(),
            ..Typed::default()
        };
        let page = Page {
            app: self.app,
            present: self.present,
            campaign: &self.campaign,
            batch,
            sheet,
            collected: sum.collected,
            typed_in_batch: rows::count(db, of).await?,
            next: last.map_or(0, |last| last.row.place) + 1,
            rows: &seen,
            just,
            typed: refused.map_or(&fresh, |(typed, _)| typed),
            trouble: refused.map(|(_, trouble)| trouble),
        };
        Ok(page.markup())
    }
}

pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, batch, sheet)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let batch = here.batch(&batch).await?;
    let sheet: i32 = sheet.parse().map_err(|_| WebError::NotFound)?;
    here.sheet_page((&batch, sheet), asked.typed, None).await
}

/// Writes the next row of a sheet.
pub async fn write(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, batch, sheet)): Path<(String, String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let batch = here.batch(&batch).await?;
    let sheet: i32 = sheet.parse().map_err(|_| WebError::NotFound)?;
    let place: i32 = fields.take("place").parse().map_err(|_| WebError::BadRequest)?;
    let typed = typed(|name| fields.take(name));
    let seen = look(&app.desk(), here.keeper(), (batch.number, sheet)).await?;
    let above = seen.iter().rev().find(|seen| seen.row.place < place).map(|seen| &seen.signatory);
    let trouble = match typed.clone().below(above).parse(&app.tools.rules) {
        Err(refusals) => Trouble::Refused(refusals),
        Ok(row) => {
            let at = At { batch: batch.number, sheet, place };
            match writing(&app.desk(), here.keeper(), at, &row).await {
                Ok((_, count)) => {
                    app.hub.moved(count.as_slice(), app.tools.clock.now());
                    let path = paths::studio_sheet(&slug, batch.number, sheet);
                    return Ok(Redirect::to(&format!("{path}?typed={place}")).into_response());
                }
                Err(LedgerError::Occupied) => Trouble::Occupied(place),
                Err(LedgerError::Uncounted(collected)) => Trouble::Uncounted(collected),
                Err(error) => return Err(error.into()),
            }
        }
    };
    let page = here.sheet_page((&batch, sheet), 0, Some((&typed, &trouble))).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
