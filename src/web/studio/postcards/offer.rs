use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;
use uuid::Uuid;

use super::views::offer::{Fault, Page, Typed};
use crate::actions::accounts::By;
use crate::actions::postcards::{seen, set_offer};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::official::{Official, written_day};
use crate::domain::postcard::address::Block;
use crate::domain::postcard::{Message, Offer};
use crate::domain::role::Act;
use crate::domain::tag::Tag;
use crate::domain::words::Words;
use crate::paths;
use crate::storage::officials::{self, Filter};
use crate::storage::{card_designs, card_offers};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::media::languages;
use crate::web::studio::member::Present;

/// How many of the directory can be added from a list.
const MOST: u64 = 2_000;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    saved: String,
}

/// Whether a card can be written to an official: in office, and reached somewhere.
fn is_reached(official: &Official, today: &str) -> bool {
    official.merged_into.is_none()
        && official.details.is_in_office(today)
        && Block::of(&official.details, Lang::En).is_some()
}

/// Those of the directory to whom cards can be written.
async fn reached(app: &App, campaign: &Campaign) -> Result<Vec<Official>, WebError> {
    let today = written_day(app.tools.clock.now());
    let filter = Filter { today: Some(today.clone()), ..Filter::default() };
    let mut all =
        officials::list_page(app.tools.db.read(), campaign.organisation, &filter, (None, MOST)).await?;
    all.retain(|official| is_reached(official, &today));
    Ok(all)
}

fn as_it_stands(campaign: &Campaign, offer: Option<&Offer>) -> Typed {
    let nothing = Offer::default();
    let known = offer.unwrap_or(&nothing);
    let words = |tag: &Tag| known.suggestion.written(tag.as_str()).unwrap_or_default().to_owned();
    let suggestions = languages(campaign).into_iter().map(|tag| {
        let text = words(&tag);
        (tag, text)
    });
    Typed {
        offered: known.offered,
        by_riding: known.by_riding,
        elections: known.elections,
        officials: known.officials.clone(),
        suggestions: suggestions.collect(),
        seen: seen(offer),
    }
}

/// What the page needs to know besides what was typed.
async fn page(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    typed: &Typed,
    (faults, saved): (&[Fault], bool),
) -> Result<Markup, WebError> {
    let all = reached(app, campaign).await?;
    let asked: BTreeSet<Uuid> =
        campaign.text.addressees.iter().filter_map(|addressee| addressee.official).collect();
    let designs = card_designs::list(app.tools.db.read(), campaign.id).await?;
    let page = Page {
        app,
        present,
        campaign,
        typed,
        all: &all,
        asked: &asked,
        has_designs: designs.iter().any(|design| design.retired_at.is_none()),
        has_ridings: !app.tools.atlas.ridings().all().is_empty(),
        faults,
        saved,
    };
    Ok(page.markup())
}

pub async fn edit(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::MakeCampaigns).await?;
    let offer = card_offers::find(app.tools.db.read(), campaign.id).await?;
    let typed = as_it_stands(&campaign, offer.as_ref());
    page(&app, &present, &campaign, &typed, (&[], !asked.saved.is_empty())).await
}

/// What was typed, the boxes as they were ticked. The order of those who stand there already is kept.
fn typed(campaign: &Campaign, offer: Option<&Offer>, fields: &mut Fields) -> Typed {
    let ticked = fields.take_marked("official-");
    let mut chosen: Vec<Uuid> = ticked.iter().filter_map(|id| id.parse().ok()).collect();
    chosen.extend(fields.take("add").parse::<Uuid>().ok());
    let known = offer.map(|offer| offer.officials.clone()).unwrap_or_default();
    let place = |id: &Uuid| known.iter().position(|one| one == id).unwrap_or(usize::MAX);
    chosen.sort_by_key(place);
    let mut officials: Vec<Uuid> = Vec::new();
    for id in chosen {
        if !officials.contains(&id) {
            officials.push(id);
        }
    }
    let mut suggestions = Vec::new();
    for tag in languages(campaign) {
        let text = fields.take(&format!("suggestion-{tag}"));
        suggestions.push((tag, text));
    }
    Typed {
        offered: fields.take("offered") == "yes",
        by_riding: fields.take("by_riding") == "yes",
        elections: fields.take("elections") == "yes",
        officials,
        suggestions,
        seen: fields.take("seen"),
    }
}

/// Reads it as an offer, or says what is wrong where. Whom the directory of another organisation has is not there.
async fn read(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    typed: &Typed,
) -> Result<Result<Offer, Vec<Fault>>, WebError> {
    let db = app.tools.db.read();
    let (mut faults, mut suggestion) = (Vec::new(), BTreeMap::new());
    for (tag, text) in typed.suggestions.iter().filter(|(_, text)| !text.trim().is_empty()) {
        match Message::parse(text) {
            Ok(message) => drop(suggestion.insert(tag.clone(), message.as_str().to_owned())),
            Err(reason) => faults.push(Fault::Suggestion(tag.clone(), reason)),
        }
    }
    for id in &typed.officials {
        let Some(found) = officials::find(db, *id).await? else { return Err(WebError::BadRequest) };
        present.must(app, Act::MakeCampaigns, found.organisation).await?;
    }
    if typed.officials.len() > Offer::MOST_OFFICIALS {
        faults.push(Fault::TooMany);
    }
    if typed.offered {
        if typed.officials.is_empty() && !typed.by_riding {
            faults.push(Fault::Nobody);
        }
        let designs = card_designs::list(db, campaign.id).await?;
        if designs.iter().all(|design| design.retired_at.is_some()) {
            faults.push(Fault::NoDesign);
        }
    }
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let Typed { offered, by_riding, elections, .. } = *typed;
    let (officials, suggestion) = (typed.officials.clone(), suggestion.into_iter().collect::<Words>());
    Ok(Ok(Offer { revision: 0, offered, officials, by_riding, elections, suggestion }))
}

pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::MakeCampaigns).await?;
    let known = card_offers::find(app.tools.db.read(), campaign.id).await?;
    let mut typed = typed(&campaign, known.as_ref(), &mut fields);
    let faults = match read(&app, &present, &campaign, &typed).await? {
        Ok(offer) => {
            let by = By::Account(present.member.account.id);
            let is_saved = set_offer(&app.desk(), campaign.id, &offer, &typed.seen, by).await?;
            app.learn_offer(campaign.id).await?;
            if is_saved {
                let saved = format!("{}?saved=yes", paths::studio_postcards(&slug));
                return Ok(Redirect::to(&saved).into_response());
            }
            // Told what it is now, whoever saves again does so knowingly.
            typed.seen = seen(card_offers::find(app.tools.db.read(), campaign.id).await?.as_ref());
            vec![Fault::Meanwhile]
        }
        Err(faults) => faults,
    };
    let page = page(&app, &present, &campaign, &typed, (&faults, false)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
