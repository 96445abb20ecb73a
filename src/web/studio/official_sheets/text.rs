use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::Here;
use super::views::text::{Conflict, Page};
use crate::actions::official_sheets::SheetError;
use crate::actions::official_sheets::save::save;
use crate::app::App;
use crate::domain::jurisdiction::text::PetitionText;
use crate::paths;
use crate::storage::official_petitions::{self, Saved};
use crate::storage::official_sheets;
use crate::web::error::WebError;
use crate::web::form::{Fields, LongFields};
use crate::web::studio::editor;
use crate::web::studio::member::Present;

/// What a page shows besides what is saved.
#[derive(Default)]
struct Shown {
    /// What was typed, where it is not saved.
    typed: Option<PetitionText>,
    conflict: Option<Conflict>,
}

impl Here<'_> {
    async fn text_page(&self, saved: Option<Saved>, shown: Shown) -> Result<Markup, WebError> {
        let Self { app, present, campaign, jurisdiction } = self;
        let (db, to) = (app.tools.db.read(), self.petition().to());
        let since = app.tools.clock.now() - Duration::from_mins(15);
        let account = present.member.account.id;
        let other = saved.as_ref().filter(|saved| saved.at >= since).and_then(|saved| saved.by);
        let other = match other.filter(|by| *by != account) {
            Some(by) => editor::name(app, by).await?,
            None => None,
        };
        let stored =
            saved.as_ref().map_or_else(|| PetitionText::new(jurisdiction), |saved| saved.text.clone());
        let text = shown.typed.unwrap_or(stored);
        let versions = official_petitions::list_versions(db, to).await?;
        let page = Page {
            app,
            present,
            campaign,
            jurisdiction,
            findings: &jurisdiction.lint(&text),
            is_too_long: text.is_too_long(),
            text: &text,
            revision: saved.as_ref().map_or(0, |saved| saved.revision),
            saved_at: saved.as_ref().map(|saved| saved.at),
            other: other.as_deref(),
            frozen: versions.first(),
            sheets: official_sheets::last_number(db, to).await?,
            conflict: shown.conflict.as_ref(),
        };
        Ok(page.markup())
    }

    async fn saved(&self) -> Result<Option<Saved>, WebError> {
        Ok(official_petitions::find(self.app.tools.db.read(), self.petition().to()).await?)
    }
}

pub async fn edit(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
) -> Result<Markup, WebError> {
    let here = Here::find(&app, &present, &slug, &key).await?;
    here.text_page(here.saved().await?, Shown::default()).await
}

/// Saves what was typed; the page that follows says what a clerk would object to.
pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
    LongFields(fields): LongFields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug, &key).await?;
    let seen = fields.get("revision").and_then(|typed| typed.parse().ok()).ok_or(WebError::BadRequest)?;
    let text = typed(&here, &fields);
    if text.is_too_long() {
        let page = here.text_page(here.saved().await?, Shown { typed: Some(text), conflict: None }).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let account = Some(present.member.account.id);
    match save(&app.desk(), here.petition(), (seen, &text), account).await {
        Ok(()) => Ok(Redirect::to(&paths::studio_petition(&slug, &key)).into_response()),
        Err(SheetError::Changed) => {
            let theirs = here.saved().await?;
            let who = match theirs.as_ref().and_then(|saved| saved.by) {
                Some(by) => editor::name(&app, by).await?,
                None => None,
            };
            let at = theirs.as_ref().map_or(app.tools.clock.now(), |saved| saved.at);
            let new = PetitionText::new(here.jurisdiction);
            let before = theirs.as_ref().map_or(&new, |saved| &saved.text);
            let differences = text.differences(here.jurisdiction, before);
            let shown = Shown { typed: Some(text), conflict: Some(Conflict { who, at, differences }) };
            Ok((StatusCode::CONFLICT, here.text_page(theirs, shown).await?).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn typed(here: &Here<'_>, fields: &Fields) -> PetitionText {
    PetitionText::typed(here.jurisdiction, |name| fields.get(name).unwrap_or_default().to_owned())
}
