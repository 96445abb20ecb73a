use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::Markup;
use serde::Deserialize;

use super::views::show::{Fault, Getting, Page};
use super::{Found, found};
use crate::actions::reports::{ReportError, open_mailbox, wants_two};
use crate::app::App;
use crate::domain::bounce::Reason;
use crate::domain::email::EmailAddress;
use crate::domain::report::{Receipt, Receiver};
use crate::domain::role::Act;
use crate::storage::reports::{issues, receivers};
use crate::storage::{StorageError, blocks};
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// So many issues the page shows.
const MOST: u64 = 52;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// Why an address gets no mail at all, if that is so.
async fn blocked(app: &App, email: &str) -> Result<Option<Reason>, StorageError> {
    let Ok(email) = EmailAddress::parse(email) else { return Ok(None) };
    let at = app.tools.vault.indexes("email", &[&email.canonical(&app.tools.rules.email)]);
    let blocks = blocks::list(app.tools.db.read(), at).await?;
    Ok(blocks.first().map(|(_, block)| block.reason))
}

async fn getting(app: &App, found: &Found) -> Result<Vec<Getting>, WebError> {
    let mut all = Vec::new();
    let known = receivers::list(app.tools.db.read(), (found.report.campaign, found.report.number)).await?;
    for receiver in known.into_iter().filter(Receiver::is_listed) {
        let email = open_mailbox(&app.tools.vault, &receiver).map_err(ReportError::from)?.email;
        let blocked = blocked(app, &email).await?;
        all.push(Getting { email, left_at: receiver.left_at, blocked });
    }
    Ok(all)
}

async fn page(
    app: &App,
    present: &Present,
    found: &Found,
    (fault, done): (Option<Fault>, &str),
) -> Result<Markup, WebError> {
    let (db, of) = (app.tools.db.read(), (found.report.campaign, found.report.number));
    let issues = issues::list(db, of, MOST).await?;
    let from = issues.last().map_or(1, |issue| issue.number);
    let mut receipts: HashMap<i16, Vec<Receipt>> = HashMap::new();
    for receipt in issues::list_receipts(db, of, from).await? {
        receipts.entry(receipt.issue).or_default().push(receipt);
    }
    let getting = getting(app, found).await?;
    let address = present.member.organisation.address_or(&app.tools.settings.operator.address);
    let page = Page {
        app,
        present,
        campaign: &found.campaign,
        report: &found.report,
        getting: &getting,
        issues: &issues,
        receipts: &receipts,
        address,
        wants_two: wants_two(db, present.member.organisation.id).await?,
        fault,
        is_tried: done == "try",
    };
    Ok(page.markup())
}

pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let found = found(&app, &present, &path, Act::ApproveDeliveries).await?;
    page(&app, &present, &found, (None, &asked.done)).await
}

pub(super) async fn refused(
    app: &App,
    present: &Present,
    found: &Found,
    fault: Fault,
) -> Result<Response, WebError> {
    let page = page(app, present, found, (Some(fault), "")).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
