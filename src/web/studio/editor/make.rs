use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::by;
use crate::actions::campaigns::CampaignError;
use crate::actions::campaigns::make::{New, make};
use crate::app::App;
use crate::domain::content::is_slug;
use crate::domain::lang::Lang;
use crate::domain::role::Act;
use crate::domain::slug;
use crate::domain::tag::{OWN_NAMES, Tag};
use crate::paths;
use crate::storage::campaigns;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;
use crate::web::studio::views::editor::make::{Fault, Page};

/// The longest title, as in the editor.
const TITLE: usize = 80;

pub async fn new(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    present.must_here(&app, Act::MakeCampaigns).await?;
    let own = &present.member.organisation.languages;
    let language = own.first().map_or(present.lang.code(), Tag::as_str);
    let others: Vec<&str> = own.iter().skip(1).map(Tag::as_str).collect();
    let (app, present, others) = (&app, &present, &others);
    Ok(Page { app, present, title: "", slug: "", language, others, faults: &[] }.markup())
}

/// An address that no campaign has: the title's, else with a number behind it.
async fn free(app: &App, title: &str) -> Result<String, WebError> {
    let proposed = match slug::propose(title) {
        empty if empty.is_empty() || !is_slug(&empty) => "campaign".to_owned(),
        proposed => proposed,
    };
    let mut next = proposed.clone();
    for n in 2..100 {
        if campaigns::find_by_slug(app.tools.db.read(), &next).await?.is_none() {
            break;
        }
        next = slug::numbered(&proposed, n);
    }
    Ok(next)
}

/// Who campaigns: the organisation, else whoever runs the installation.
fn organiser<'a>(app: &'a App, present: &'a Present) -> &'a str {
    match present.member.organisation.name.as_str() {
        "" => &app.tools.settings.operator.name,
        name => name,
    }
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    present.must_here(&app, Act::MakeCampaigns).await?;
    let (title, typed) = (fields.take("title"), fields.take("slug"));
    let (title, typed, language) = (title.trim(), typed.trim(), fields.take("language"));
    let others: Vec<&str> = Lang::ALL
        .into_iter()
        .map(Lang::code)
        .filter(|code| fields.get(&format!("also-{code}")).is_some())
        .collect();
    let mut faults = Vec::new();
    match title.chars().count() {
        0 => faults.push(Fault::NoTitle),
        n if n > TITLE => faults.push(Fault::LongTitle),
        _ => {}
    }
    if !typed.is_empty() && !is_slug(typed) {
        faults.push(Fault::Slug);
    }
    let main = OWN_NAMES.iter().find(|(tag, _)| *tag == language).and_then(|(tag, _)| Tag::parse(tag));
    if main.is_none() {
        faults.push(Fault::Language);
    }
    let slug = if typed.is_empty() { free(&app, title).await? } else { typed.to_owned() };
    if let (Some(language), true) = (main, faults.is_empty()) {
        let tags: Vec<Tag> = others.iter().filter_map(|tag| Tag::parse(tag)).collect();
        let (organisation, organiser) = (present.member.organisation.id, organiser(&app, &present));
        let new = New { slug: &slug, title, language, others: &tags, organisation, organiser };
        match make(&app.desk(), new, by(&present)).await {
            Ok(()) => {
                app.refresh().await?;
                return Ok(Redirect::to(&paths::studio_edit(&slug)).into_response());
            }
            Err(CampaignError::Taken) => faults.push(Fault::Taken),
            Err(error) => return Err(error.into()),
        }
    }
    let page = Page {
        app: &app,
        present: &present,
        title,
        slug: typed,
        language: &language,
        others: &others,
        faults: &faults,
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.markup()).into_response())
}
