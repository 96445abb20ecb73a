use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::Here;
use super::views::index::Fault;
use crate::actions::ledger::LedgerError;
use crate::actions::signature_sheets::import;
use crate::app::App;
use crate::domain::ledger::table::read;
use crate::paths;
use crate::web::error::WebError;
use crate::web::studio::member::Present;
use crate::web::upload::Upload;

/// The largest file of rows, in bytes: some hundred for each of the most rows that one may have.
const MOST: usize = 2 * 1024 * 1024;

/// Takes a table of rows that was typed elsewhere: all of it or nothing.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let mut sent = Upload::read(request, &app, MOST).await?;
    let batch = here.batch(&sent.take("batch")).await?.number;
    let lines = match read(&sent.file, here.country(), &app.tools.rules) {
        Ok(Ok(lines)) => lines,
        Ok(Err(faults)) => return here.refuse(&Fault::Lines(faults)).await,
        Err(unreadable) => return here.refuse(&Fault::File(unreadable)).await,
    };
    match import(&app.desk(), here.keeper(), batch, &lines).await {
        Ok((fallen, count)) => {
            app.hub.moved(count.as_slice(), app.tools.clock.now());
            let path = paths::studio_sheets(&slug);
            Ok(Redirect::to(&format!("{path}?taken={}&fallen={fallen}", lines.len())).into_response())
        }
        Err(LedgerError::Taken(numbers)) => here.refuse(&Fault::SheetsTaken(numbers)).await,
        Err(LedgerError::Uncounted(collected)) => here.refuse(&Fault::Uncounted(collected)).await,
        Err(error) => Err(error.into()),
    }
}
