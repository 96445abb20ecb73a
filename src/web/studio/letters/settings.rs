use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::super::member::Present;
use super::views::settings::{Fault, Page, Typed};
use crate::actions::accounts::By;
use crate::actions::set_letter::{seen, set_letter};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::form::parse_text;
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, MAX_TEXT, Sorting, Terms};
use crate::domain::refusal::Reason;
use crate::domain::role::Act;
use crate::domain::tag::Tag;
use crate::domain::words::Words;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    saved: String,
}

/// The languages in which the form asks for the text.
fn tags(campaign: &Campaign, letter: Option<&Letter>) -> BTreeSet<Tag> {
    let mut tags: BTreeSet<Tag> = Lang::ALL.into_iter().map(Tag::from).collect();
    tags.insert(campaign.content.language.clone());
    tags.extend(campaign.content.title.tags().cloned());
    tags.extend(letter.iter().flat_map(|letter| letter.terms.body.tags().cloned()));
    tags
}

fn as_it_stands(campaign: &Campaign, letter: Option<&Letter>) -> Typed {
    let text = |tag: &Tag| letter.and_then(|letter| letter.terms.body.written(tag.as_str()));
    let texts = tags(campaign, letter).into_iter().map(|tag| {
        let words = text(&tag).unwrap_or_default().to_owned();
        (tag, words)
    });
    let terms = letter.map(|letter| &letter.terms);
    Typed {
        shown: terms.is_some_and(|terms| terms.shown),
        organisations: terms.is_none_or(|terms| terms.organisations),
        professionals: terms.is_none_or(|terms| terms.professionals),
        sorting: terms.map(|terms| terms.sorting).unwrap_or_default(),
        texts: texts.collect(),
        new_tag: String::new(),
        new_text: String::new(),
        seen: seen(letter),
    }
}

pub async fn edit(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::MakeCampaigns).await?;
    let letter = app.hub.letter(campaign.id);
    let typed = as_it_stands(&campaign, letter.as_deref());
    let page = Page::new(&app, &present, &campaign, letter.as_deref(), &typed);
    Ok(Page { saved: !asked.saved.is_empty(), ..page }.markup())
}

/// What was typed, the boxes as they were ticked.
fn typed(campaign: &Campaign, letter: Option<&Letter>, fields: &mut Fields) -> Typed {
    let mut texts = BTreeMap::new();
    for tag in tags(campaign, letter) {
        let text = fields.take(&format!("body-{tag}"));
        texts.insert(tag, text);
    }
    Typed {
        shown: fields.take("shown") == "yes",
        organisations: fields.take("organisations") == "yes",
        professionals: fields.take("professionals") == "yes",
        sorting: Sorting::parse(&fields.take("sorting")).unwrap_or_default(),
        texts,
        new_tag: fields.take("new-tag"),
        new_text: fields.take("new-text"),
        seen: fields.take("seen"),
    }
}

/// Reads it as terms, or says what is wrong where.
fn read(campaign: &Campaign, typed: &Typed) -> Result<Terms, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut texts = BTreeMap::new();
    let mut take = |tag: Tag, text: &str, faults: &mut Vec<Fault>| match parse_text(text, MAX_TEXT) {
        Ok(text) if text.is_empty() => {}
        Ok(text) => {
            texts.insert(tag, text);
        }
        Err(reason) => faults.push(Fault { tag: Some(tag), reason }),
    };
    for (tag, text) in &typed.texts {
        take(tag.clone(), text, &mut faults);
    }
    if !typed.new_text.trim().is_empty() {
        match Tag::parse(&typed.new_tag) {
            Some(tag) => take(tag, &typed.new_text, &mut faults),
            None => faults.push(Fault { tag: None, reason: Reason::LanguageTag }),
        }
    }
    let main = &campaign.content.language;
    if !texts.contains_key(main) && faults.is_empty() {
        faults.push(Fault { tag: Some(main.clone()), reason: Reason::Missing });
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let body = serde_json::to_value(texts).and_then(serde_json::from_value::<Words>).unwrap_or_default();
    let Typed { shown, organisations, professionals, sorting, .. } = *typed;
    Ok(Terms { shown, body, organisations, professionals, sorting })
}

/// Saves it, or shows how it would read.
pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::MakeCampaigns).await?;
    let letter = app.hub.letter(campaign.id);
    let wants_preview = !fields.take("preview").is_empty();
    let mut typed = typed(&campaign, letter.as_deref(), &mut fields);
    let terms = match read(&campaign, &typed) {
        Ok(terms) => terms,
        Err(faults) => {
            let page = Page::new(&app, &present, &campaign, letter.as_deref(), &typed);
            let page = Page { faults: &faults, ..page }.markup();
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    if wants_preview {
        let page = Page::new(&app, &present, &campaign, letter.as_deref(), &typed);
        return Ok(Page { preview: Some(&terms.body), ..page }.markup().into_response());
    }
    let by = By::Account(present.member.account.id);
    let is_saved = set_letter(&app.desk(), campaign.id, &terms, &typed.seen, by).await?;
    app.learn_letter(campaign.id).await?;
    if is_saved {
        let saved = format!("{}?saved=yes", paths::studio_letter(&slug));
        return Ok(Redirect::to(&saved).into_response());
    }
    // Told what it is now, whoever saves again does so knowingly.
    let letter = app.hub.letter(campaign.id);
    typed.seen = seen(letter.as_deref());
    let faults = [Fault { tag: None, reason: Reason::ChangedMeanwhile }];
    let page = Page::new(&app, &present, &campaign, letter.as_deref(), &typed);
    let page = Page { faults: &faults, ..page }.markup();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
