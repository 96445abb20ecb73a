use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::Here;
use super::views::index::{Fault, Page, Typed};
use super::views::table;
use crate::actions::ledger::{LedgerError, export, open};
use crate::app::App;
use crate::domain::ledger::{Kind, parse_label};
use crate::paths;
use crate::storage::ledger::{self, entries, rows};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::sheet;
use crate::web::studio::member::Present;

impl Here<'_> {
    async fn index_page(&self, typed: &Typed, fault: Option<Fault>) -> Result<Markup, WebError> {
        let (db, campaign) = (self.app.tools.db.read(), self.campaign.id);
        let page = Page {
            app: self.app,
            present: self.present,
            campaign: &self.campaign,
            batches: &ledger::list(db, campaign).await?,
            sums: &entries::list_sums(db, campaign).await?,
            rows: &rows::count_fallen(db, campaign).await?,
            sides: self.app.hub.sight(campaign).sides,
            typed,
            fault,
        };
        Ok(page.markup())
    }
}

pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    Here::find(&app, &present, &slug).await?.index_page(&Typed::default(), None).await
}

/// Opens a batch.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let after = fields.take("after").parse().map_err(|_| WebError::BadRequest)?;
    let typed = Typed { kind: Kind::parse(&fields.take("kind")), label: fields.take("label") };
    let fault = match (typed.kind, parse_label(&typed.label)) {
        (None, _) => Fault::Kind,
        (_, Err(reason)) => Fault::Label(reason),
        (Some(kind), Ok(label)) => match open(&app.desk(), here.keeper(), (kind, &label), after).await {
            Ok(number) => return Ok(Redirect::to(&paths::studio_batch(&slug, number)).into_response()),
            Err(LedgerError::Changed) => Fault::Changed,
            Err(error) => return Err(error.into()),
        },
    };
    let page = here.index_page(&typed, Some(fault)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The whole ledger as a table to take away.
pub async fn file(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let all = export(&app.desk(), here.keeper()).await?;
    let mut lines = vec![table::columns(present.lang)];
    lines.extend(all.iter().map(|line| table::line(&present, line)));
    Ok(sheet::file(&format!("ledger-{slug}.csv"), lines))
}
