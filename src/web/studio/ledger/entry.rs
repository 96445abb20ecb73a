use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::Here;
use super::batch::typed;
use super::views::entry::Page;
use super::views::form::{Faults, Trouble};
use crate::actions::ledger::{LedgerError, Written, open_custody, photo as photo_of, write};
use crate::app::App;
use crate::domain::ledger::{Batch, Entry, Typed};
use crate::paths;
use crate::storage::ledger::entries;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

/// An entry that may be corrected: with what it says together with its corrections, and the last number of its batch.
struct Found {
    batch: Batch,
    entry: Entry,
    net: i64,
    last: i32,
}

impl Here<'_> {
    async fn entry(&self, batch: &str, number: &str) -> Result<Found, WebError> {
        let batch = self.batch(batch).await?;
        let number: i32 = number.parse().map_err(|_| WebError::NotFound)?;
        let all = entries::list(self.app.tools.db.read(), (self.campaign.id, batch.number)).await?;
        let last = all.last().map_or(0, |last| last.number);
        let of = |entry: &&Entry| entry.number == number || entry.corrects == Some(number);
        let net = all.iter().filter(of).map(|entry| entry.many).sum();
        let entry = all.into_iter().find(|entry| entry.number == number).ok_or(WebError::NotFound)?;
        Ok(Found { batch, entry, net, last })
    }

    fn entry_page(
        &self,
        found: &Found,
        typed: Option<&Typed>,
        trouble: Option<&Trouble>,
    ) -> Result<Markup, WebError> {
        let custody = open_custody(&self.app.tools.vault, self.campaign.id, &found.entry)
            .map_err(crate::actions::ActionError::from)?;
        let as_it_is = Typed {
            many: found.net.to_string(),
            on: self.today().to_string(),
            place: custody.place.clone(),
            ..Typed::default()
        };
        let page = Page {
            app: self.app,
            present: self.present,
            campaign: &self.campaign,
            batch: &found.batch,
            entry: &found.entry,
            custody: &custody,
            net: found.net,
            after: found.last,
            typed: typed.unwrap_or(&as_it_is),
            trouble,
        };
        Ok(page.markup())
    }
}

pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, batch, number)): Path<(String, String, String)>,
) -> Result<Markup, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let found = here.entry(&batch, &number).await?;
    if found.entry.corrects.is_some() {
        return Err(WebError::NotFound);
    }
    here.entry_page(&found, None, None)
}

/// Writes down what an entry should have said.
pub async fn correct(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, batch, number)): Path<(String, String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let found = here.entry(&batch, &number).await?;
    let after = fields.take("after").parse().map_err(|_| WebError::BadRequest)?;
    let typed = typed(|name| fields.take(name));
    let trouble = match typed.parse(found.entry.step, true, here.today()) {
        Err(faults) => Trouble::Faults(Faults(faults)),
        Ok(entry) => {
            let corrects = Some(found.entry.number);
            let written = Written { entry: &entry, corrects, photo: None, after };
            match write(&app.desk(), here.keeper(), found.batch.number, &written).await {
                Ok(count) => {
                    app.hub.moved(count.as_slice(), app.tools.clock.now());
                    let path = paths::studio_batch(&slug, found.batch.number);
                    return Ok(Redirect::to(&format!("{path}?written={}", after + 1)).into_response());
                }
                Err(LedgerError::Changed) => Trouble::Changed,
                Err(LedgerError::Nothing) => Trouble::Nothing,
                Err(LedgerError::Refused(refused)) => Trouble::Refused(refused),
                Err(error) => return Err(error.into()),
            }
        }
    };
    let page = here.entry_page(&found, Some(&typed), Some(&trouble))?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The photo of a box. Nobody else keeps it: it may show more than boxes.
pub async fn photo(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, batch, number)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let found = here.entry(&batch, &number).await?;
    let photo = photo_of(&app.desk(), here.campaign.id, &found.entry).await?;
    let photo = photo.ok_or(WebError::NotFound)?;
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, photo).into_response())
}
