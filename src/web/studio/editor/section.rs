use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{by, name, officials};
use crate::actions::campaigns::CampaignError;
use crate::actions::campaigns::save::save;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::draft::compare::differences;
use crate::domain::draft::tree::{Form, Move, merge, shift};
use crate::domain::draft::{Languages, Section, Tree};
use crate::domain::tag::Tag;
use crate::paths;
use crate::storage::drafts::{self, Manuscript};
use crate::storage::texts;
use crate::web::error::WebError;
use crate::web::form::{Fields, LongFields};
use crate::web::studio::member::Present;
use crate::web::studio::views::editor::{Conflict, languages, section};

impl Form for Fields {
    fn typed(&self, name: &str) -> Option<&str> {
        self.get(name)
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    beside: String,
}

/// The language beside the main one: the one asked for, else the first that there is; `none` for none.
fn beside<'a>(languages: &'a Languages, asked: &str) -> Option<&'a Tag> {
    match asked {
        "none" => None,
        "" => languages.others().first(),
        asked => languages.others().iter().find(|tag| tag.as_str() == asked),
    }
}

/// Who stands before which section.
struct Desk<'a> {
    app: &'a App,
    present: &'a Present,
    campaign: &'a Campaign,
    section: Section,
}

pub async fn edit(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, section)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let campaign = &super::campaign(&app, &present, &slug).await?;
    let section = Section::parse(&section).ok_or(WebError::NotFound)?;
    let desk = Desk { app: &app, present: &present, campaign, section };
    let manuscript = drafts::read(app.tools.db.read(), campaign).await?;
    let shown = Shown { beside: &asked.beside, ..Shown::default() };
    Ok(desk.page(&manuscript, shown).await?.into_response())
}

/// What a page shows besides what is saved.
#[derive(Default)]
struct Shown<'a> {
    beside: &'a str,
    /// What was typed, where it is not saved.
    typed: Option<Tree>,
    conflict: Option<Conflict>,
    /// What was typed as a language and is none.
    refused: Option<&'a str>,
}

impl Desk<'_> {
    async fn page(&self, manuscript: &Manuscript, shown: Shown<'_>) -> Result<maud::Markup, WebError> {
        let Self { app, present, campaign, section } = *self;
        let (draft, revision) = (&manuscript.draft, manuscript.revision(section));
        let conflict = shown.conflict.as_ref();
        if section == Section::Languages {
            let (languages, refused) = (&draft.languages, shown.refused);
            return Ok(
                languages::Page { app, present, campaign, languages, revision, refused, conflict }.markup()
            );
        }
        let typed = shown.typed.unwrap_or_else(|| draft.section(section));
        let mut gaps = draft.clone().with(section, typed.clone()).read().gaps;
        gaps.retain(|gap| gap.section == section);
        let since = app.tools.clock.now() - Duration::from_mins(15);
        let other = match manuscript.other(section, present.member.account.id, since) {
            Some(account) => name(app, account).await?,
            None => None,
        };
        let choices = match section {
            Section::Text => officials::choices(app, campaign.organisation, &typed).await?,
            _ => Vec::new(),
        };
        let is_text = section == Section::Text && campaign.is_public();
        let page = section::Page {
            app,
            present,
            campaign,
            section,
            languages: &draft.languages,
            beside: beside(&draft.languages, shown.beside),
            typed: &typed,
            gaps: &gaps,
            officials: &choices,
            revision,
            saved_at: manuscript.saved(section).map(|saved| saved.at),
            other: other.as_deref(),
            is_signed: is_text
                && texts::is_fixed(app.tools.db.read(), campaign.id, campaign.text_version).await?,
            conflict,
        };
        Ok(page.markup())
    }
}

pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, section)): Path<(String, String)>,
    LongFields(fields): LongFields,
) -> Result<Response, WebError> {
    let campaign = &super::campaign(&app, &present, &slug).await?;
    let section = Section::parse(&section).ok_or(WebError::NotFound)?;
    let desk = Desk { app: &app, present: &present, campaign, section };
    let seen = fields.get("revision").and_then(|typed| typed.parse().ok()).ok_or(WebError::BadRequest)?;
    let manuscript = drafts::read(app.tools.db.read(), campaign).await?;
    let Some((mut typed, mut place)) = typed(section, &manuscript, &fields) else {
        let shown = Shown { refused: Some(fields.get("other").unwrap_or_default()), ..Shown::default() };
        let page = desk.page(&manuscript, shown).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    if section == Section::Text {
        let (before, languages) = (manuscript.draft.section(section), &manuscript.draft.languages);
        officials::check(&app, &present, &before, &typed).await?;
        if let Some(row) = fields.get("do").and_then(|button| button.strip_prefix("fill:")) {
            officials::take_over(&app, languages, &mut typed, row).await?;
            place = Some(row.to_owned());
        }
    }
    let beside = fields.get("beside").unwrap_or_default();
    match save(&app.desk(), campaign, (section, seen), typed.clone(), by(&present)).await {
        Ok(_) => {
            app.refresh().await?;
            let back = if beside.is_empty() {
                paths::studio_section(&slug, section)
            } else {
                paths::studio_section_beside(&slug, section, beside)
            };
            if fields.get("do") == Some("next") {
                let next = section.next().map_or_else(
                    || paths::studio_publication(&slug),
                    |next| paths::studio_section_beside(&slug, next, beside),
                );
                return Ok(Redirect::to(&next).into_response());
            }
            let place = place.map(|place| format!("#{place}")).unwrap_or_default();
            Ok(Redirect::to(&format!("{back}{place}")).into_response())
        }
        Err(CampaignError::Changed) => {
            let theirs = drafts::read(app.tools.db.read(), campaign).await?;
            let saved = theirs.saved(section);
            let who = match saved.and_then(|saved| saved.by) {
                Some(by) => name(&app, by).await?,
                None => None,
            };
            let at = saved.map_or(app.tools.clock.now(), |saved| saved.at);
            let differences = differences(&theirs.draft.section(section), &typed);
            let conflict = Some(Conflict { who, at, differences });
            let page =
                desk.page(&theirs, Shown { beside, typed: Some(typed), conflict, refused: None }).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// What a form makes of a section, and the row it was about; nothing where it names no language.
fn typed(section: Section, manuscript: &Manuscript, fields: &Fields) -> Option<(Tree, Option<String>)> {
    let (draft, button) = (&manuscript.draft, fields.get("do").unwrap_or_default());
    if section == Section::Languages {
        return changed(draft.languages.clone(), button, fields).map(|languages| (languages.tree(), None));
    }
    let mut tree = merge(section.fields(), &draft.section(section), fields, &draft.languages, "");
    let place = Move::parse(button).and_then(|(what, path)| shift(section.fields(), &mut tree, what, path));
    Some((tree, place))
}

fn changed(languages: Languages, button: &str, fields: &Fields) -> Option<Languages> {
    match button.split_once(':') {
        Some(("lead", tag)) => Some(languages.led_by(tag)),
        Some(("drop", tag)) => Some(languages.without(tag)),
        _ => {
            let field = |name| fields.get(name).map(str::trim).filter(|typed| !typed.is_empty());
            languages.with(Tag::parse(field("other").or_else(|| field("tag"))?)?)
        }
    }
}
