use std::sync::Arc;

use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::Here;
use super::views::batch::{Page, Seen};
use super::views::form::{Faults, Trouble};
use crate::actions::ledger::{LedgerError, Written, open_custody, write as writing};
use crate::actions::pictures::develop::develop;
use crate::app::App;
use crate::domain::ledger::{Batch, Step, Sum, Typed};
use crate::paths;
use crate::storage::ledger::{entries, rows, scans};
use crate::web::error::WebError;
use crate::web::studio::editor;
use crate::web::studio::member::Present;
use crate::web::upload::Upload;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// What is to be written down; else what comes next.
    step: String,
    /// The number of the entry that was written just now.
    written: i32,
}

/// What comes after what is there already.
fn next(sum: &Sum) -> Step {
    let last = Step::ALL.into_iter().rev().find(|step| sum.get(*step) > 0);
    match last {
        None => Step::Printed,
        Some(Step::Printed) => Step::Distributed,
        Some(Step::Distributed) => Step::Collected,
        Some(Step::Collected | Step::Delivered) => Step::Delivered,
    }
}

impl Here<'_> {
    async fn batch_page(
        &self,
        batch: &Batch,
        (step, written): (Option<Step>, i32),
        (typed, trouble): (Option<Typed>, Option<&Trouble>),
    ) -> Result<Markup, WebError> {
        let (db, of) = (self.app.tools.db.read(), (self.campaign.id, batch.number));
        let all = entries::list(db, of).await?;
        let sum = Sum::of(all.iter().map(|entry| (entry.step, entry.many)));
        let mut seen = Vec::with_capacity(all.len());
        for entry in all {
            let custody = open_custody(&self.app.tools.vault, self.campaign.id, &entry)
                .map_err(crate::actions::ActionError::from)?;
            let by = match entry.written_by {
                Some(account) => editor::name(self.app, account).await?,
                None => None,
            };
            seen.push(Seen { entry, custody, by });
        }
        let counts = rows::count_fallen(db, self.campaign.id).await?;
        let fresh = Typed { on: self.today().to_string(), ..Typed::default() };
        let page = Page {
            app: self.app,
            present: self.present,
            campaign: &self.campaign,
            batch,
            sum,
            rows: counts.get(&batch.number).copied().unwrap_or_default(),
            entries: &seen,
            scans: i64::try_from(scans::count(db, of).await?).unwrap_or(i64::MAX),
            step: step.unwrap_or_else(|| next(&sum)),
            written,
            typed: &typed.unwrap_or(fresh),
            trouble,
        };
        Ok(page.markup())
    }
}

pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let batch = here.batch(&number).await?;
    here.batch_page(&batch, (Step::parse(&asked.step), asked.written), (None, None)).await
}

/// What somebody typed of an entry.
pub(super) fn typed(mut take: impl FnMut(&str) -> String) -> Typed {
    Typed {
        many: take("many"),
        again: take("again"),
        on: take("on"),
        place: take("place"),
        by: take("by"),
        second: take("second"),
        note: take("note"),
    }
}

/// Writes down what was printed, distributed, collected or delivered of a batch, with a photo where there is one.
pub async fn write(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
    request: Request,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let batch = here.batch(&number).await?;
    let mut sent = Upload::read(request, &app, app.tools.settings.uploads.picture_bytes).await?;
    let step = Step::parse(&sent.take("step")).ok_or(WebError::BadRequest)?;
    let after: i32 = sent.take("after").parse().map_err(|_| WebError::BadRequest)?;
    let typed = typed(|name| sent.take(name));
    let done = match typed.parse(step, false, here.today()) {
        Err(faults) => Err(Trouble::Faults(Faults(faults))),
        Ok(entry) => match photo(std::mem::take(&mut sent.file)).await {
            Err(unusable) => Err(Trouble::Photo(unusable)),
            Ok(photo) => {
                let photo = photo.as_deref();
                let written = Written { entry: &entry, corrects: None, photo, after };
                match writing(&app.desk(), here.keeper(), batch.number, &written).await {
                    Ok(count) => Ok(count),
                    Err(LedgerError::Changed) => Err(Trouble::Changed),
                    Err(LedgerError::Refused(refused)) => Err(Trouble::Refused(refused)),
                    Err(error) => return Err(error.into()),
                }
            }
        },
    };
    match done {
        Ok(count) => {
            app.hub.moved(count.as_slice(), app.tools.clock.now());
            let path = paths::studio_batch(&slug, batch.number);
            Ok(Redirect::to(&format!("{path}?written={}", after + 1)).into_response())
        }
        Err(trouble) => {
            let page = here.batch_page(&batch, (Some(step), 0), (Some(typed), Some(&trouble))).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// The photo as it is kept: the largest copy, without what the camera wrote beside it.
async fn photo(file: Vec<u8>) -> Result<Option<Vec<u8>>, crate::actions::pictures::develop::Unusable> {
    if file.is_empty() {
        return Ok(None);
    }
    Ok(develop(file).await?.pop().map(|copy| copy.bytes))
}
