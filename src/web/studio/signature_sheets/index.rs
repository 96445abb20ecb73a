use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::Here;
use super::views::index::{Fault, Page, Sheaf};
use crate::actions::ledger::LedgerError;
use crate::actions::signature_sheets::open as opening;
use crate::app::App;
use crate::domain::ledger::Kind;
use crate::domain::ledger::table::parse_number;
use crate::paths;
use crate::storage::ledger::{self, entries, rows, sheets};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// How many rows were taken from a file just now, and how many of them do not stand.
    taken: i64,
    fallen: i64,
}

impl Here<'_> {
    pub(super) async fn index_page(&self, asked: Asked, fault: Option<&Fault>) -> Result<Markup, WebError> {
        let (db, campaign) = (self.app.tools.db.read(), self.campaign.id);
        let sums = entries::list_sums(db, campaign).await?;
        let states = rows::count_states(db, campaign).await?;
        let mut sheaves = Vec::new();
        for batch in ledger::list(db, campaign).await?.into_iter().filter(|one| one.kind == Kind::Signatures)
        {
            let collected = sums.get(&batch.number).copied().unwrap_or_default().collected;
            let sheets = sheets::list(db, (campaign, batch.number)).await?.into_keys().collect();
            let states = states.iter().filter(|(of, ..)| *of == batch.number);
            let states = states.map(|(_, sheet, state, many)| (*sheet, *state, *many)).collect();
            sheaves.push(Sheaf { batch, collected, sheets, states });
        }
        let page = Page {
            app: self.app,
            present: self.present,
            campaign: &self.campaign,
            country: self.country(),
            sheaves: &sheaves,
            taken: (asked.taken > 0).then_some((asked.taken, asked.fallen)),
            fault,
        };
        Ok(page.markup())
    }

    pub(super) async fn refuse(&self, fault: &Fault) -> Result<Response, WebError> {
        let page = self.index_page(Asked::default(), Some(fault)).await?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    }
}

pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    Here::find(&app, &present, &slug).await?.index_page(asked, None).await
}

/// Opens a sheet by the number on the paper.
pub async fn open(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let batch = here.batch(&fields.take("batch")).await?.number;
    let typed = fields.take("number");
    let Some(number) = parse_number(&typed) else {
        return here.refuse(&Fault::Number { batch, typed }).await;
    };
    match opening(&app.desk(), here.keeper(), (batch, number)).await {
        Ok(()) => Ok(Redirect::to(&paths::studio_sheet(&slug, batch, number)).into_response()),
        Err(LedgerError::Taken(_)) => here.refuse(&Fault::Taken { batch, number }).await,
        Err(error) => Err(error.into()),
    }
}
