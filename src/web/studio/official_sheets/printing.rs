use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::Here;
use super::views::printing::{Choice, Fault, Page, Typed};
use crate::actions::official_sheets::SheetError;
use crate::actions::official_sheets::print::{Run, print};
use crate::app::App;
use crate::documents::official_sheet::{self, Misfit, Sheet};
use crate::domain::jurisdiction::lint::is_printable;
use crate::domain::jurisdiction::sheet::Order;
use crate::domain::jurisdiction::text::PetitionText;
use crate::domain::sheet_log::MOST_SHEETS;
use crate::domain::tag::Tag;
use crate::paths;
use crate::storage::official_petitions::{self, Saved};
use crate::storage::official_sheets;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The languages of the sheet that is shown.
    r#in: String,
}

/// The languages in which sheets may be printed: each by itself, and all beside each other.
fn choices(here: &Here<'_>, text: &PetitionText) -> Vec<Vec<Tag>> {
    let written: Vec<Tag> = text.tags(here.jurisdiction).cloned().collect();
    let mut all: Vec<Vec<Tag>> = written.iter().map(|tag| vec![tag.clone()]).collect();
    if written.len() == 2 {
        all.push(written);
    }
    all
}

/// A first and a later sheet, as they would leave the printer.
fn lay_out(here: &Here<'_>, text: &PetitionText, tags: &[Tag]) -> Result<(Sheet, Sheet), Misfit> {
    let of = |order| official_sheet::lay_out(here.jurisdiction, text, tags, order);
    Ok((of(Order::First)?, of(Order::Later)?))
}

fn code(tags: &[Tag]) -> String {
    tags.iter().map(Tag::as_str).collect::<Vec<_>>().join(" ")
}

impl Here<'_> {
    async fn printing_page(
        &self,
        saved: &Saved,
        typed: &Typed,
        faults: &[Fault],
    ) -> Result<Markup, WebError> {
        let choices = choices(self, &saved.text).into_iter().map(|tags| {
            let laid = lay_out(self, &saved.text, &tags);
            Choice { code: code(&tags), tags, laid }
        });
        let choices: Vec<Choice> = choices.collect();
        let last = official_sheets::last_number(self.app.tools.db.read(), self.petition().to()).await?;
        let page = Page {
            app: self.app,
            present: self.present,
            campaign: &self.campaign,
            jurisdiction: self.jurisdiction,
            is_sound: is_printable(&self.jurisdiction.lint(&saved.text)),
            choices: &choices,
            revision: saved.revision,
            last,
            typed,
            faults,
        };
        Ok(page.markup())
    }

    async fn written(&self) -> Result<Option<Saved>, WebError> {
        Ok(official_petitions::find(self.app.tools.db.read(), self.petition().to()).await?)
    }
}

pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug, &key).await?;
    let Some(saved) = here.written().await? else {
        return Ok(Redirect::to(&paths::studio_petition(&slug, &key)).into_response());
    };
    let typed = Typed { languages: asked.r#in, first: "1".to_owned(), later: "0".to_owned() };
    Ok(here.printing_page(&saved, &typed, &[]).await?.into_response())
}

fn count(typed: &str) -> Option<u32> {
    let typed = typed.trim();
    if typed.is_empty() { Some(0) } else { typed.parse().ok().filter(|count| *count <= MOST_SHEETS) }
}

/// Gives the sheets their numbers, and leads to the log, where the file is.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug, &key).await?;
    let saved = here.written().await?.ok_or(WebError::BadRequest)?;
    let number = |name: &str| fields.get(name).and_then(|typed| typed.parse::<i32>().ok());
    let (Some(seen), Some(after)) = (number("revision"), number("after")) else {
        return Err(WebError::BadRequest);
    };
    let typed = Typed {
        languages: fields.take("languages"),
        first: fields.take("first"),
        later: fields.take("later"),
    };
    let (first, later) = (count(&typed.first), count(&typed.later));
    let tags = choices(&here, &saved.text).into_iter().find(|tags| code(tags) == typed.languages);
    let mut faults = Vec::new();
    let sum = first.unwrap_or(0) + later.unwrap_or(0);
    if first.is_none() || later.is_none() || sum == 0 || sum > MOST_SHEETS {
        faults.push(Fault::Count);
    }
    let laid = tags.as_deref().map(|tags| lay_out(&here, &saved.text, tags));
    if let (Some(tags), Some(Ok((one, other))), true) = (&tags, &laid, faults.is_empty()) {
        let run = Run {
            first: (first.unwrap_or(0), one.lines),
            later: (later.unwrap_or(0), other.lines),
            languages: tags,
            seen,
            after,
        };
        match print(&app.desk(), here.petition(), &run).await {
            Ok((from, until)) => {
                let log = paths::studio_petition_part(&slug, &key, "log");
                return Ok(Redirect::to(&format!("{log}?from={from}&until={until}")).into_response());
            }
            Err(SheetError::Changed) => faults.push(Fault::Changed),
            Err(SheetError::Unprintable) => faults.push(Fault::Text),
            Err(error) => return Err(error.into()),
        }
    } else if faults.is_empty() {
        faults.push(Fault::Languages);
    }
    let page = here.printing_page(&saved, &typed, &faults).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Numbers {
    from: i32,
    until: i32,
}

/// The sheets with these numbers, exactly as they were printed the first time.
pub async fn file(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
    Query(asked): Query<Numbers>,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug, &key).await?;
    let (from, until) = (asked.from, asked.until);
    if from < 1
        || until < from
        || until.saturating_sub(from) >= i32::try_from(MOST_SHEETS).unwrap_or(i32::MAX)
    {
        return Err(WebError::NotFound);
    }
    let (db, to) = (app.tools.db.read(), here.petition().to());
    let sheets = official_sheets::list_between(db, to, (from, until)).await?;
    if sheets.len() != usize::try_from(until - from + 1).unwrap_or_default() {
        return Err(WebError::NotFound);
    }
    let versions = official_petitions::list_versions(db, to).await?;
    let mut laid: Vec<(Sheet, u32)> = Vec::new();
    let mut before = None;
    for sheet in &sheets {
        let kind = (sheet.version, sheet.order, sheet.languages.as_slice());
        if before == Some(kind) {
            if let Some((_, count)) = laid.last_mut() {
                *count += 1;
            }
            continue;
        }
        before = Some(kind);
        let frozen =
            versions.iter().find(|frozen| frozen.version == sheet.version).ok_or(WebError::NotFound)?;
        let one = official_sheet::lay_out(here.jurisdiction, &frozen.text, &sheet.languages, sheet.order);
        laid.push((one.map_err(|_| WebError::NotFound)?, 1));
    }
    let lang = sheets.first().and_then(|sheet| sheet.languages.first()).cloned().unwrap_or_default();
    let title = here.jurisdiction.name.get(present.lang);
    let title = format!("{title} – {from}–{until}");
    let pages: Vec<(&Sheet, u32)> = laid.iter().map(|(sheet, count)| (sheet, *count)).collect();
    let bytes = official_sheet::pdf(&title, &lang, &pages).map_err(|_| WebError::Internal)?;
    let name = format!("attachment; filename=\"{key}-{from}-{until}.pdf\"");
    let disposition = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, bytes).into_response())
}
