//! The vetting desk: who waits, who was accepted, who was refused. Nobody's name or address is on its lists.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use axum::extract::{Path, Query, State as Extracted};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;
use uuid::Uuid;

use super::super::member::Present;
use super::views::desk::{Page, Row};
use crate::actions::accounts::By;
use crate::actions::sign_on::{self, Decided, Decision, has_own_mail, open_signatory};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::moment::Moment;
use crate::domain::name::FullName;
use crate::domain::role::Act;
use crate::domain::sign_on::{DeclineReason, Kind, SignOn, State};
use crate::paths;
use crate::storage::sign_ons;
use crate::web::error::WebError;
use crate::web::form::Fields;

/// How many a page shows, and how many are decided at once at most.
const PAGE: u64 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    state: String,
    after: Uuid,
    done: Option<usize>,
    blocked: usize,
    undo: i64,
}

fn state_of(typed: &str) -> State {
    State::SEEN.into_iter().find(|state| state.as_str() == typed).unwrap_or(State::Held)
}

pub async fn index(
    Extracted(app): Extracted<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::VetSignOns).await?;
    page(&app, &present, &campaign, &asked, false).await
}

async fn page(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    asked: &Asked,
    nothing_ticked: bool,
) -> Result<Markup, WebError> {
    let (db, state) = (app.tools.db.read(), state_of(&asked.state));
    let mut found = sign_ons::list_in(db, campaign.id, state, asked.after, PAGE + 1).await?;
    let has_more = found.len() as u64 > PAGE;
    found.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let mut counts = [0; State::SEEN.len()];
    for (count, state) in counts.iter_mut().zip(State::SEEN) {
        *count = i64::try_from(sign_ons::count_in(db, campaign.id, state).await?).unwrap_or(i64::MAX);
    }
    let rows = rows(app, campaign, found).await?;
    let page = Page {
        app,
        present,
        campaign,
        state,
        counts,
        rows: &rows,
        has_more,
        done: asked.done,
        blocked: asked.blocked,
        undo: (asked.undo > 0).then_some(asked.undo),
        nothing_ticked,
    };
    Ok(page.markup())
}

/// What a list says of each, with what may be the same.
async fn rows(app: &App, campaign: &Campaign, found: Vec<SignOn>) -> Result<Vec<Row>, WebError> {
    let mut alike = alike(app, campaign.id, &found).await?;
    let named: HashSet<String> = campaign
        .content
        .organisations
        .iter()
        .filter_map(|one| Some(FullName::parse(&one.name).ok()?.comparable()))
        .collect();
    let row = |one: SignOn| {
        let signatory = open_signatory(&app.tools.vault, &one).ok()?;
        let comparable = FullName::parse(&signatory.organisation).map(|name| name.comparable());
        Some(Row {
            title: title(&one, &signatory.organisation, &signatory.profession),
            website: signatory.website.clone(),
            is_own_mail: has_own_mail(&signatory),
            is_named: comparable.is_ok_and(|name| named.contains(&name)),
            alike: alike.remove(&one.id).unwrap_or_default(),
            one,
        })
    };
    Ok(found.into_iter().filter_map(row).collect())
}

fn title(one: &SignOn, organisation: &str, profession: &str) -> String {
    let named = if one.kind == Kind::Organisation { organisation } else { profession };
    named.to_owned()
}

/// For each of these the others that have the same name or website.
pub async fn alike(
    app: &App,
    campaign: i32,
    found: &[SignOn],
) -> Result<HashMap<Uuid, Vec<SignOn>>, WebError> {
    let marks = || found.iter().filter_map(|one| one.marks);
    let (names, hosts) = (marks().map(|marks| marks.name), marks().filter_map(|marks| marks.host));
    let others =
        sign_ons::list_alike(app.tools.db.read(), campaign, names.collect(), hosts.collect()).await?;
    let are_alike = |one: &SignOn, other: &SignOn| match (one.marks, other.marks) {
        (Some(mine), Some(theirs)) if one.id != other.id => {
            mine.name == theirs.name || (mine.host.is_some() && mine.host == theirs.host)
        }
        _ => false,
    };
    let of = |one: &SignOn| {
        let same = others.iter().filter(|other| are_alike(one, other)).cloned().collect();
        (one.id, same)
    };
    Ok(found.iter().map(of).collect())
}

/// Decides about all that are ticked.
pub async fn decide(
    Extracted(app): Extracted<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::VetSignOns).await?;
    let (asked, reason) = (fields.take("decision"), fields.take("reason"));
    let state = state_of(&fields.take("state"));
    let marked = fields.take_marked("sign-on-");
    let ids: Vec<Uuid> = marked.iter().filter_map(|id| id.parse().ok()).collect();
    if ids.len() as u64 > PAGE {
        return Err(WebError::BadRequest);
    }
    present.must_own(&app, Act::VetSignOns, &ids).await?;
    let decision = match (&*asked, DeclineReason::parse(&reason)) {
        ("vet", _) => Some(Decision::Vet),
        ("undo", _) => Some(Decision::Undo),
        ("decline", Some(reason)) => Some(Decision::Decline(reason)),
        _ => None,
    };
    let Some(decision) = decision.filter(|_| !ids.is_empty()) else {
        let asked = Asked { state: state.as_str().to_owned(), ..Asked::default() };
        let page = page(&app, &present, &campaign, &asked, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let (desk, by) = (app.desk(), By::Account(present.member.account.id));
    let decided = sign_on::decide(&desk, campaign.id, ids, decision, by).await?;
    let undo = if decision == Decision::Undo { 0 } else { desk.now.0 };
    done(&app, &campaign, state, decided, undo).await
}

/// Takes back what was decided at once.
pub async fn undo(
    Extracted(app): Extracted<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::VetSignOns).await?;
    let at: i64 = fields.take("at").parse().map_err(|_| WebError::BadRequest)?;
    let by = By::Account(present.member.account.id);
    let decided = sign_on::undo(&app.desk(), campaign.id, Moment(at), by).await?;
    done(&app, &campaign, State::Held, decided, 0).await
}

/// Back to the list, which says what was done.
async fn done(
    app: &App,
    campaign: &Campaign,
    state: State,
    decided: Decided,
    undo: i64,
) -> Result<Response, WebError> {
    app.learn_letter(campaign.id).await?;
    app.mail_waits.notify_one();
    let list = paths::studio_sign_ons_in(&campaign.slug, state.as_str());
    let Decided { done, blocked } = decided;
    Ok(Redirect::to(&format!("{list}&done={done}&blocked={blocked}&undo={undo}")).into_response())
}
