use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;

use super::Here;
use super::views::log::{Page, StepFault, TypedStep};
use super::views::table;
use crate::actions::official_sheets::SheetError;
use crate::actions::official_sheets::export::export;
use crate::actions::official_sheets::follow::follow;
use crate::actions::official_sheets::note::{Step, step};
use crate::app::App;
use crate::domain::date::PartialDate;
use crate::domain::name::parse_line;
use crate::domain::sheet_log::{CourseFault, MAX_LINE, TypedCourse, numbers};
use crate::paths;
use crate::storage::official_petitions;
use crate::storage::official_sheets::{self, Whereabouts};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::sheet;
use crate::web::studio::member::Present;

/// How many sheets a page shows.
const PAGE: u64 = 100;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Where the sheets are that are shown.
    state: String,
    after: i32,
    /// The version whose course is shown; 0: the newest.
    version: i32,
    /// What was printed just now.
    from: i32,
    until: i32,
    /// How many sheets were noted just now.
    noted: u32,
}

/// What a page shows besides what is stored.
#[derive(Default)]
struct Shown<'a> {
    step: TypedStep,
    step_faults: &'a [StepFault],
    course: Option<TypedCourse>,
    course_faults: &'a [CourseFault],
    /// Somebody else wrote down something about the course meanwhile.
    is_changed: bool,
}

impl Here<'_> {
    fn today(&self) -> PartialDate {
        let (day, _, _) = self.present.zone().shown(self.app.tools.clock.now());
        PartialDate::parse(&day).unwrap_or(PartialDate { year: 1970, month: None, day: None })
    }

    async fn log_page(&self, asked: &Asked, shown: Shown<'_>) -> Result<Markup, WebError> {
        let (db, to) = (self.app.tools.db.read(), self.petition().to());
        let versions = official_petitions::list_versions(db, to).await?;
        let mut sums = Vec::with_capacity(versions.len());
        for frozen in &versions {
            sums.push(official_sheets::sum(db, to, frozen.version).await?);
        }
        let chosen = versions.iter().position(|frozen| frozen.version == asked.version).unwrap_or(0);
        let sought = Whereabouts::parse(&asked.state).unwrap_or_default();
        let mut counts = [0; Whereabouts::ALL.len()];
        for (count, state) in counts.iter_mut().zip(Whereabouts::ALL) {
            *count = i64::try_from(official_sheets::count(db, to, state).await?).unwrap_or(i64::MAX);
        }
        let mut sheets = official_sheets::list(db, to, (sought, asked.after), PAGE + 1).await?;
        let has_more = sheets.len() as u64 > PAGE;
        sheets.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
        let course =
            shown.course.or_else(|| versions.get(chosen).map(|frozen| TypedCourse::of(&frozen.course)));
        let page = Page {
            app: self.app,
            present: self.present,
            campaign: &self.campaign,
            jurisdiction: self.jurisdiction,
            today: self.today(),
            versions: &versions,
            sums: &sums,
            chosen,
            sought,
            counts,
            sheets: &sheets,
            has_more,
            printed: (asked.from > 0 && asked.until >= asked.from).then_some((asked.from, asked.until)),
            noted: asked.noted,
            step: &shown.step,
            step_faults: shown.step_faults,
            course: &course.unwrap_or_default(),
            course_faults: shown.course_faults,
            is_changed: shown.is_changed,
        };
        Ok(page.markup())
    }
}

pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    Here::find(&app, &present, &slug, &key).await?.log_page(&asked, Shown::default()).await
}

/// Writes down the same step of several sheets.
pub async fn steps(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug, &key).await?;
    let mut take = |name: &str| fields.take(name);
    let typed = TypedStep { numbers: take("numbers"), step: take("step"), on: take("on"), who: take("who") };
    let mut faults = Vec::new();
    let mut or = |is_there: bool, fault| {
        if !is_there {
            faults.push(fault);
        }
    };
    let numbers = numbers(&typed.numbers);
    or(numbers.is_some(), StepFault::Numbers);
    let what = Step::parse(&typed.step);
    or(what.is_some(), StepFault::Step);
    let on = PartialDate::parse(typed.on.trim()).filter(|date| date.day.is_some());
    or(on.is_some(), StepFault::On);
    let who = parse_line(&typed.who, MAX_LINE).ok();
    or(who.is_some(), StepFault::Who);
    if let (Some(numbers), Some(what), Some(on), Some(who)) = (numbers, what, on, who) {
        match step(&app.desk(), here.petition(), &numbers, (what, on, &who)).await {
            Ok(noted) => {
                let log = paths::studio_petition_part(&slug, &key, "log");
                return Ok(Redirect::to(&format!("{log}?noted={noted}")).into_response());
            }
            Err(SheetError::Unknown) => faults.push(StepFault::Unknown),
            Err(SheetError::Unprintable) => faults.push(StepFault::Turned),
            Err(error) => return Err(error.into()),
        }
    }
    let shown = Shown { step: typed, step_faults: &faults, ..Shown::default() };
    let page = here.log_page(&Asked::default(), shown).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Writes down how far a petition is.
pub async fn course(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug, &key).await?;
    let number = |name: &str| fields.get(name).and_then(|typed| typed.parse::<i32>().ok());
    let (Some(version), Some(seen)) = (number("version"), number("revision")) else {
        return Err(WebError::BadRequest);
    };
    let mut take = |name: &str| fields.take(name);
    let typed = TypedCourse {
        certificate: take("certificate"),
        certified: take("certified"),
        presented: take("presented"),
        answered: take("answered"),
    };
    let asked = Asked { version, ..Asked::default() };
    let parsed = typed.parse();
    let mut shown = Shown { course: Some(typed), ..Shown::default() };
    match &parsed {
        Err(faults) => shown.course_faults = faults,
        Ok(course) => match follow(&app.desk(), here.petition(), (version, seen), course).await {
            Ok(()) => {
                let log = paths::studio_petition_part(&slug, &key, "log");
                return Ok(Redirect::to(&format!("{log}?version={version}")).into_response());
            }
            Err(SheetError::Changed) => shown.is_changed = true,
            Err(error) => return Err(error.into()),
        },
    }
    let page = here.log_page(&asked, shown).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The whole log as a table to take away.
pub async fn file(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let here = Here::find(&app, &present, &slug, &key).await?;
    let all = export(&app.desk(), here.petition()).await?;
    let mut rows = vec![table::columns(present.lang)];
    rows.extend(all.iter().map(|(sheet, custody)| table::line(&present, sheet, custody)));
    Ok(sheet::file(&format!("official-sheets-{key}.csv"), rows))
}
