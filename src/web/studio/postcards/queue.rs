//! The queue: the cards as they would be printed, for moderators to decide about.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use axum::extract::{Path, Query, State as Extracted};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;
use uuid::Uuid;

use super::views::queue::{Chosen, Page, Row};
use crate::actions::accounts::By;
use crate::actions::postcards::layout::Layout;
use crate::actions::postcards::{self, Decided, Decision, open_written};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::moment::Moment;
use crate::domain::official::Details;
use crate::domain::postcard::design::Design;
use crate::domain::postcard::{Because, Postcard, State};
use crate::domain::role::Act;
use crate::paths;
use crate::storage::{card_designs, officials, postcards as rows};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::media::by;
use crate::web::studio::member::Present;

/// How many a page shows, and how many are decided at once at most.
const PAGE: u64 = 24;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    state: String,
    after: Uuid,
    /// Only those that a rule marked.
    doubtful: String,
    /// All that no rule marked are ticked.
    ticked: String,
    done: Option<usize>,
    undo: i64,
}

fn state_of(typed: &str) -> State {
    State::SEEN.into_iter().find(|state| state.as_str() == typed).unwrap_or(State::Verified)
}

pub async fn index(
    Extracted(app): Extracted<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeCards).await?;
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
    let doubtful = !asked.doubtful.is_empty();
    let mut found = rows::list_in(db, campaign.id, (state, doubtful), asked.after, PAGE + 1).await?;
    let has_more = found.len() as u64 > PAGE;
    found.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let count = async |state, doubtful| -> Result<i64, WebError> {
        let counted = rows::count_in(db, campaign.id, (state, doubtful)).await?;
        Ok(i64::try_from(counted).unwrap_or(i64::MAX))
    };
    let mut counts = [0; State::SEEN.len()];
    for (known, state) in counts.iter_mut().zip(State::SEEN) {
        *known = count(state, false).await?;
    }
    let seen: Vec<Uuid> = found.iter().map(|one| one.id).collect();
    postcards::look(&app.desk(), campaign.id, &seen, by(present)).await?;
    let page = Page {
        app,
        present,
        campaign,
        state,
        counts,
        chosen: Chosen { doubtful, ticked: !asked.ticked.is_empty() },
        doubtful_count: count(state, true).await?,
        has_more,
        done: asked.done,
        undo: (asked.undo > 0).then_some(asked.undo),
        nothing_ticked,
    };
    let rows = list(app, campaign, found).await?;
    Ok(page.markup(rows))
}

/// The cards with their pictures, as they would be printed. What does not open is left out.
async fn list(app: &App, campaign: &Campaign, found: Vec<Postcard>) -> Result<Vec<Row>, WebError> {
    let db = app.tools.db.read();
    let designs: HashMap<Uuid, Design> =
        card_designs::list(db, campaign.id).await?.into_iter().map(|design| (design.id(), design)).collect();
    let mut known: HashMap<Uuid, Option<Details>> = HashMap::new();
    let elections = app.hub.offer(campaign.id).is_some_and(|offer| offer.elections);
    let mut rows = Vec::with_capacity(found.len());
    for one in found {
        if let Entry::Vacant(unknown) = known.entry(one.official) {
            let official = officials::resolve(db, one.official).await?;
            unknown.insert(official.map(|official| official.details));
        }
        let official = known.get(&one.official).and_then(Option::as_ref);
        let Ok(written) = open_written(&app.tools.vault, &one) else { continue };
        let design = designs.get(&one.design).cloned();
        let credit = design.as_ref().map_or("", |design| &*design.picture.credit);
        let back = Layout::of(&one, &written, official, (credit, elections)).back(&app.tools.rules);
        let official = official.map(|details| details.named(one.lang)).unwrap_or_default();
        rows.push(Row { official, message: written.message, design, back, one });
    }
    Ok(rows)
}

/// Decides about all that are ticked.
pub async fn decide(
    Extracted(app): Extracted<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeCards).await?;
    let (asked, because) = (fields.take("decision"), Because::parse(&fields.take("because")));
    let state = state_of(&fields.take("state"));
    let marked = fields.take_marked("card-");
    let ids: Vec<Uuid> = marked.iter().filter_map(|id| id.parse().ok()).collect();
    if ids.len() as u64 > PAGE {
        return Err(WebError::BadRequest);
    }
    present.must_own(&app, Act::JudgeCards, &ids).await?;
    let decision = match (&*asked, because) {
        ("approve", _) => Some(Decision::Approve),
        ("undo", _) => Some(Decision::Undo),
        ("reject", Some(because)) => Some(Decision::Reject(because)),
        ("change", Some(because)) => Some(Decision::AskChange(because)),
        _ => None,
    };
    let Some(decision) = decision.filter(|_| !ids.is_empty()) else {
        let asked = Asked { state: state.as_str().to_owned(), ..Asked::default() };
        let page = page(&app, &present, &campaign, &asked, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let (desk, by) = (app.desk(), By::Account(present.member.account.id));
    let decided = postcards::decide(&desk, campaign.id, ids, decision, by).await?;
    let undo = if decision == Decision::Undo { 0 } else { desk.now.0 };
    Ok(done(&app, &campaign, state, decided, undo))
}

/// Takes back what was decided at once.
pub async fn undo(
    Extracted(app): Extracted<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeCards).await?;
    let at: i64 = fields.take("at").parse().map_err(|_| WebError::BadRequest)?;
    let decided = postcards::undo(&app.desk(), campaign.id, Moment(at), by(&present)).await?;
    Ok(done(&app, &campaign, State::Verified, decided, 0))
}

/// Back to the queue, which says what was done.
fn done(app: &App, campaign: &Campaign, state: State, decided: Decided, undo: i64) -> Response {
    app.hub.moved(decided.count.as_slice(), app.tools.clock.now());
    app.mail_waits.notify_one();
    let list = paths::studio_cards_in(&campaign.slug, state.as_str());
    Redirect::to(&format!("{list}&done={}&undo={undo}", decided.done)).into_response()
}
