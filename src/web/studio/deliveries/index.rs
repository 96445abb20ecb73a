use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::views::index::Page;
use crate::actions::accounts::By;
use crate::actions::deliveries::{Fault, Typed, plan};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::deliveries;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

/// How many deliveries a page shows.
const PAGE: u64 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    before: Option<i32>,
}

/// Today by the clocks of the organisation, as `2026-11-22`.
fn today(app: &App, present: &Present) -> String {
    present.zone().shown(app.tools.clock.now()).0
}

async fn page(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    before: Option<i32>,
    (typed, faults): (&Typed, &[Fault]),
) -> Result<Markup, WebError> {
    let mut all = deliveries::list(app.tools.db.read(), campaign.id, before, PAGE + 1).await?;
    let has_more = all.len() as u64 > PAGE;
    all.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let today = today(app, present);
    let page = Page { app, present, campaign, deliveries: &all, has_more, today: &today, typed, faults };
    Ok(page.markup())
}

pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::ApproveDeliveries).await?;
    let typed = Typed { scope: "all".to_owned(), lang: present.lang.code().to_owned(), ..Typed::default() };
    page(&app, &present, &campaign, asked.before, (&typed, &[])).await
}

/// Plans a delivery to each addressee that was ticked.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::MakeDeliveries).await?;
    let typed = Typed {
        addressees: fields.take_marked("to-").into_iter().collect(),
        scope: fields.take("scope"),
        day: fields.take("day"),
        lang: fields.take("lang"),
    };
    match typed.parse(&campaign, &today(&app, &present)) {
        Ok(planned) => {
            let by = By::Account(present.member.account.id);
            let numbers = plan(&app.desk(), &campaign, &planned, by).await?;
            let path = match numbers[..] {
                [only] => paths::studio_delivery(&slug, only),
                _ => paths::studio_deliveries(&slug),
            };
            Ok(Redirect::to(&path).into_response())
        }
        Err(faults) => {
            let page = page(&app, &present, &campaign, None, (&typed, &faults)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
