use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::Here;
use super::views::sheet::{Page, Past};
use crate::actions::official_sheets::SheetError;
use crate::actions::official_sheets::export::look;
use crate::actions::official_sheets::note::note;
use crate::app::App;
use crate::domain::sheet_log::{Fault, Sheet, Typed};
use crate::paths;
use crate::storage::audits::{self, Sought};
use crate::storage::official_sheets;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::editor;
use crate::web::studio::member::Present;

/// How far back the record is looked through for what was corrected.
const ENTRIES: u64 = 2000;

impl Here<'_> {
    async fn sheet(&self, number: &str) -> Result<Sheet, WebError> {
        let number: i32 = number.parse().map_err(|_| WebError::NotFound)?;
        let found = official_sheets::find(self.app.tools.db.read(), self.petition().to(), number).await?;
        found.ok_or(WebError::NotFound)
    }

    /// What was written down of a sheet before, newest first.
    async fn past(&self, sheet: &Sheet) -> Result<Vec<Past>, WebError> {
        let db = self.app.tools.db.read();
        let sought = Sought {
            organisation: self.campaign.organisation,
            act: Some("note_official_sheet".to_owned()),
            campaign: Some(self.campaign.id),
            from: Some(sheet.printed_at),
            ..Sought::default()
        };
        let subject = format!("official petition {}", self.jurisdiction.key);
        let head = format!("sheet {}, ", sheet.number);
        let mut past = Vec::new();
        for entry in
            audits::list(db, &sought, ENTRIES).await?.into_iter().filter(|entry| entry.subject == subject)
        {
            let Some(changes) = entry.detail.strip_prefix(&head) else { continue };
            let account = entry.actor.strip_prefix("account ").and_then(|id| id.parse().ok());
            let who = match account {
                Some(account) => editor::name(self.app, account).await?,
                None => None,
            };
            past.push(Past { at: entry.at, who, changes: changes.to_owned() });
        }
        Ok(past)
    }

    async fn sheet_page(
        &self,
        sheet: &Sheet,
        typed: &Typed,
        (faults, theirs): (&[Fault], Option<&Typed>),
    ) -> Result<Markup, WebError> {
        let page = Page {
            app: self.app,
            present: self.present,
            campaign: &self.campaign,
            jurisdiction: self.jurisdiction,
            past: &self.past(sheet).await?,
            sheet,
            typed,
            faults,
            theirs,
        };
        Ok(page.markup())
    }
}

pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key, number)): Path<(String, String, String)>,
) -> Result<Markup, WebError> {
    let here = Here::find(&app, &present, &slug, &key).await?;
    let sheet = here.sheet(&number).await?;
    let custody = look(&app.desk(), here.petition(), &sheet).await?;
    here.sheet_page(&sheet, &Typed::of(&sheet.state, &custody), (&[], None)).await
}

/// Writes down what is known of a sheet by now.
pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key, number)): Path<(String, String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug, &key).await?;
    let sheet = here.sheet(&number).await?;
    let seen = fields.get("revision").and_then(|typed| typed.parse().ok()).ok_or(WebError::BadRequest)?;
    let mut take = |name: &str| fields.take(name);
    let typed = Typed {
        out: take("out"),
        back: take("back"),
        given: take("given"),
        filled: take("filled"),
        doubtful: take("doubtful"),
        is_void: take("void") == "yes",
        collector: take("collector"),
        place: take("place"),
        member: take("member"),
    };
    let (state, custody) = match typed.parse(sheet.lines) {
        Ok(parsed) => parsed,
        Err(faults) => {
            let page = here.sheet_page(&sheet, &typed, (&faults, None)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    match note(&app.desk(), here.petition(), (sheet.number, seen), (&state, &custody)).await {
        Ok(()) => Ok(Redirect::to(&paths::studio_petition_part(&slug, &key, "log")).into_response()),
        Err(SheetError::Changed) => {
            // Told what it is now, whoever saves again does so knowingly.
            let sheet = here.sheet(&number).await?;
            let theirs = Typed::of(&sheet.state, &look(&app.desk(), here.petition(), &sheet).await?);
            let page = here.sheet_page(&sheet, &typed, (&[], Some(&theirs))).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
