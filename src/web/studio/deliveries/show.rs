use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::Markup;
use uuid::Uuid;

use super::views::show::{Fault, Page};
use super::{Found, found};
use crate::actions::accounts::carrier_keys::list_carriers;
use crate::actions::accounts::open_profile;
use crate::actions::deliveries::hand_over::open_said;
use crate::actions::deliveries::{approved, as_of_today, choices, count_left, preview};
use crate::actions::retention::anonymise::is_forgotten;
use crate::app::App;
use crate::domain::delivery::Stage;
use crate::domain::delivery::handover::Handover;
use crate::domain::role::Act;
use crate::storage::deliveries::{approvals, handovers, packages, papers, steps};
use crate::storage::ledger::scans;
use crate::storage::{accounts, ledger, organisations, signing_keys};
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// What people of the organisation are called. Who no longer works there is not known.
async fn names(app: &App, present: &Present) -> Result<HashMap<Uuid, String>, WebError> {
    let all = accounts::list(app.tools.db.read(), Some(present.member.organisation.id)).await?;
    let mut names = HashMap::new();
    for stored in all {
        let profile = open_profile(&app.tools.vault, &stored).map_err(crate::actions::ActionError::from)?;
        // Who was made on the command line has told no name.
        let name = if profile.name.is_empty() { profile.email } else { profile.name };
        names.insert(stored.account.id, name);
    }
    Ok(names)
}

pub(super) async fn page(
    app: &App,
    present: &Present,
    found: &Found,
    fault: Option<Fault>,
) -> Result<Markup, WebError> {
    let (db, desk) = (app.tools.db.read(), app.desk());
    let is_planned = found.delivery.stage == Stage::Planned;
    let stored = found.delivery.clone();
    let one = if is_planned { as_of_today(&desk, &found.campaign, stored).await? } else { stored };
    let (one, of) = (&one, (one.campaign, one.number));
    let preview = if is_planned { Some(preview(&desk, &found.campaign, one).await?) } else { None };
    let choices = if is_planned { choices(db, one).await? } else { Vec::new() };
    let mut labels = HashMap::new();
    for batch in ledger::list(db, one.campaign).await? {
        labels.insert(batch.number, batch.label);
    }
    let packages = packages::list(db, of).await?;
    let left = if one.stage.is_frozen() { count_left(&app.desk(), of, &packages).await? } else { 0 };
    let mut all = Vec::new();
    for step in steps::list(db, of).await? {
        let said = open_said(&app.tools.vault, &step).map_err(crate::actions::ActionError::from)?;
        all.push((step, said));
    }
    let links = handovers::list(db, of).await?;
    let own = present.member.organisation.id;
    let carriers = list_carriers(db, &app.tools.vault, own).await?;
    let page = Page {
        app,
        present,
        campaign: &found.campaign,
        delivery: one,
        preview: preview.as_ref(),
        choices: &choices,
        papers: &papers::list(db, of).await?,
        labels: &labels,
        scans: &scans::count_all(db, one.campaign).await?,
        packages: &packages,
        approvals: &approvals::list(db, of).await?,
        approved: approved(db, one).await?,
        fetches: &approvals::list_fetches(db, of).await?,
        steps: &all,
        photos: &steps::list_photos(db).await?,
        link: links.iter().find(|link| link.is_open(app.tools.clock.now())),
        guessed: links.first().and_then(Handover::guessed_at),
        left,
        is_forgotten: is_forgotten(&desk, one.campaign).await?,
        key: signing_keys::find(db).await?.map(|key| key.fingerprint),
        names: &names(app, present).await?,
        carriers: &carriers,
        must_encrypt: one.holds_people() && organisations::must_encrypt(db, own).await?,
        fault,
    };
    Ok(page.markup())
}

pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Markup, WebError> {
    let found = found(&app, &present, (&slug, &number), Act::ApproveDeliveries).await?;
    page(&app, &present, &found, None).await
}

pub(super) async fn refused(
    app: &App,
    present: &Present,
    found: &Found,
    fault: Fault,
) -> Result<Response, WebError> {
    let page = page(app, present, found, Some(fault)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
