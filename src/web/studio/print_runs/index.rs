use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;
use uuid::Uuid;

use super::views::index::{Fault, Page, Waits};
use crate::actions::accounts::By;
use crate::actions::print_runs::{PrintError, gather};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::official::Official;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::{StorageError, officials, print_runs};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

/// How many runs a page shows.
const PAGE: u64 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    before: Option<i32>,
}

/// Officials by their ids, as the directory knows them.
async fn named(app: &App, ids: impl Iterator<Item = Uuid>) -> Result<HashMap<Uuid, Official>, StorageError> {
    let mut known = HashMap::new();
    for id in ids {
        if !known.contains_key(&id)
            && let Some(official) = officials::find(app.tools.db.read(), id).await?
        {
            known.insert(id, official);
        }
    }
    Ok(known)
}

async fn page(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    before: Option<i32>,
    fault: Option<Fault>,
) -> Result<Markup, WebError> {
    let db = app.tools.db.read();
    let waiting = print_runs::cards::list_waiting(db, campaign.id).await?;
    let mut runs = print_runs::list(db, campaign.id, before, PAGE + 1).await?;
    let has_more = runs.len() as u64 > PAGE;
    runs.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let known = named(app, waiting.iter().map(|one| one.official)).await?;
    let waits: Vec<_> = waiting
        .iter()
        .filter_map(|one| {
            let official = known.get(&one.official)?;
            Some(Waits { official, lang: one.lang, cards: one.cards })
        })
        .collect();
    Ok(Page { app, present, campaign, waits: &waits, runs: &runs, has_more, fault }.markup())
}

pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::PrintCards).await?;
    page(&app, &present, &campaign, asked.before, None).await
}

/// Freezes cards that wait into a run.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::PrintCards).await?;
    let (official, lang) = (fields.take("official").parse::<Uuid>().ok(), fields.take("lang").parse().ok());
    let most = match fields.take("most").trim() {
        "" => Some(u32::MAX),
        typed => typed.parse().ok().filter(|most| *most > 0),
    };
    let (Some(official), Some(lang)) = (official, lang) else { return Err(WebError::NotFound) };
    if let Some(found) = officials::find(app.tools.db.read(), official).await? {
        present.must(&app, Act::PrintCards, found.organisation).await?;
    }
    let fault = match most {
        None => Fault::Most,
        Some(most) => {
            let by = By::Account(present.member.account.id);
            match gather(&app.desk(), &campaign, (official, lang), most, by).await {
                Ok(number) => {
                    let path = paths::studio_print_run(&campaign.slug, number);
                    return Ok(Redirect::to(&path).into_response());
                }
                Err(PrintError::NoAddress) => Fault::NoAddress,
                Err(PrintError::Nothing) => Fault::Nothing,
                Err(error) => return Err(error.into()),
            }
        }
    };
    let page = page(&app, &present, &campaign, None, Some(fault)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
