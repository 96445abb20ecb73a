use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::by;
use super::when::{self, meant};
use crate::actions::campaigns::publish::{needs_version, publish as publishing};
use crate::actions::campaigns::schedule::{schedule, unschedule};
use crate::actions::campaigns::{CampaignError, archive, close, copy as copying, switch};
use crate::app::App;
use crate::domain::campaign::{Campaign, Switch};
use crate::domain::content::is_slug;
use crate::domain::slug;
use crate::domain::words::Words;
use crate::paths;
use crate::storage::{campaigns, drafts};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;
use crate::web::studio::views::editor::publication::{Fault, Page, Shown};

/// How a campaign stands, what can be done about that, and what it means.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = super::campaign(&app, &present, &slug).await?;
    page(&app, &present, &campaign, Shown::default()).await
}

async fn page(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    shown: Shown<'_>,
) -> Result<Markup, WebError> {
    let draft = drafts::read(app.tools.db.read(), campaign).await?.draft;
    let reading = draft.read();
    let is_changed =
        !campaign.is_public() || reading.text != campaign.text || reading.content != campaign.content;
    let is_new_version = campaign.is_public() && needs_version(&app.desk(), campaign, &reading.text).await?;
    let proposed = match shown.slug {
        Some(_) => String::new(),
        None => free(app, &campaign.slug).await?,
    };
    let page = Page {
        app,
        present,
        campaign,
        status: campaign.status(app.tools.clock.now()),
        zone: present.zone(),
        languages: &draft.languages,
        reading: &reading,
        is_changed,
        is_new_version,
        proposed: &proposed,
        shown,
    };
    Ok(page.markup())
}

/// The address with the next number that is free.
async fn free(app: &App, slug: &str) -> Result<String, WebError> {
    for n in 2..100 {
        let next = slug::numbered(slug, n);
        if campaigns::find_by_slug(app.tools.db.read(), &next).await?.is_none() {
            return Ok(next);
        }
    }
    Ok(String::new())
}

async fn refuse(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    shown: Shown<'_>,
) -> Result<Response, WebError> {
    let page = page(app, present, campaign, shown).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Back to the page, which says how it stands now.
async fn done(app: &App, slug: &str) -> Result<Response, WebError> {
    app.refresh().await?;
    Ok(Redirect::to(&paths::studio_publication(slug)).into_response())
}

/// Back to the page once it is done; else the form again with what was typed and what is wrong.
async fn answer(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    outcome: Result<(), CampaignError>,
    typed: Shown<'_>,
) -> Result<Response, WebError> {
    let fault = match outcome {
        Ok(()) => return done(app, &campaign.slug).await,
        Err(CampaignError::Incomplete) => Fault::Incomplete,
        Err(CampaignError::Untold) => Fault::Note,
        Err(CampaignError::Taken) => Fault::Taken,
        Err(CampaignError::Unfit | CampaignError::Changed) => Fault::Unfit,
        Err(error) => return Err(error.into()),
    };
    refuse(app, present, campaign, typed.with(fault)).await
}

/// What the new version changes, in every language in which it is told.
fn note(fields: &Fields, tags: &crate::domain::draft::Languages) -> Words {
    let told = tags.all().iter().filter_map(|tag| {
        let text = fields.get(&format!("note.{tag}"))?.trim();
        (!text.is_empty()).then(|| (tag.clone(), text.chars().take(NOTE).collect()))
    });
    told.collect()
}

/// The longest note.
const NOTE: usize = 500;

/// Publishes now, or has it published at a time.
pub async fn publish(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, WebError> {
    let campaign = super::campaign(&app, &present, &slug).await?;
    let draft = drafts::read(app.tools.db.read(), &campaign).await?.draft;
    let note = note(&fields, &draft.languages);
    let typed = when::typed(&fields, "publish");
    let shown = Shown { note: note.clone(), publish: typed.clone(), ..Shown::default() };
    let outcome = match fields.get("when") {
        Some("now") => publishing(&app.desk(), campaign.id, &note, by(&present)).await.map(|_| ()),
        Some("later") => {
            let zone = present.zone();
            match meant(&typed, &zone, app.tools.clock.now()) {
                Ok(at) => schedule(&app.desk(), &campaign, at, &note, by(&present)).await,
                Err(fault) => {
                    return refuse(&app, &present, &campaign, shown.with(Fault::Publish(fault))).await;
                }
            }
        }
        _ => return refuse(&app, &present, &campaign, shown.with(Fault::When)).await,
    };
    answer(&app, &present, &campaign, outcome, shown).await
}

pub async fn cancel(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Response, WebError> {
    let campaign = super::campaign(&app, &present, &slug).await?;
    unschedule(&app.desk(), &campaign, by(&present)).await?;
    done(&app, &slug).await
}

/// Pauses, resumes, puts away, takes out again.
pub async fn change(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, WebError> {
    let campaign = super::campaign(&app, &present, &slug).await?;
    let (desk, by) = (app.desk(), by(&present));
    let changed = match fields.get("to") {
        Some("paused") => switch::switch(&desk, &campaign, Switch::Paused, by).await,
        Some("open") => switch::switch(&desk, &campaign, Switch::On, by).await,
        Some("archived") => archive::archive(&desk, &campaign, by).await,
        Some("unarchived") => archive::unarchive(&desk, &campaign, by).await,
        _ => return Err(WebError::BadRequest),
    };
    answer(&app, &present, &campaign, changed, Shown::default()).await
}

/// Closes now, at a time, or not at all.
pub async fn set_closing(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, WebError> {
    let campaign = super::campaign(&app, &present, &slug).await?;
    let (now, typed) = (app.tools.clock.now(), when::typed(&fields, "close"));
    let shown = Shown { close: typed.clone(), ..Shown::default() };
    let at = match fields.get("closing") {
        Some("now") => Some(now),
        Some("never") => None,
        Some("later") => {
            let zone = present.zone();
            match meant(&typed, &zone, now) {
                Ok(at) => Some(at),
                Err(fault) => {
                    return refuse(&app, &present, &campaign, shown.with(Fault::Close(fault))).await;
                }
            }
        }
        _ => return refuse(&app, &present, &campaign, shown.with(Fault::Closing)).await,
    };
    let outcome = close::close(&app.desk(), &campaign, at, by(&present)).await;
    answer(&app, &present, &campaign, outcome, shown).await
}

/// Begins another with what is written for this one.
pub async fn copy(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, WebError> {
    let campaign = super::campaign(&app, &present, &slug).await?;
    let new = fields.get("slug").unwrap_or_default().trim();
    let shown = Shown { slug: Some(new), ..Shown::default() };
    if !is_slug(new) {
        return refuse(&app, &present, &campaign, shown.with(Fault::Slug)).await;
    }
    let outcome = copying::copy(&app.desk(), &campaign, new, by(&present)).await;
    if outcome.is_err() {
        return answer(&app, &present, &campaign, outcome, shown).await;
    }
    app.refresh().await?;
    Ok(Redirect::to(&paths::studio_edit(new)).into_response())
}

/// Takes it down for good, after its address was typed.
pub async fn remove(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, WebError> {
    let campaign = super::campaign(&app, &present, &slug).await?;
    if fields.get("confirm").map(str::trim) != Some(&*slug) {
        return refuse(&app, &present, &campaign, Shown::default().with(Fault::Removal)).await;
    }
    present.recently(&app, &paths::studio_publication(&slug))?;
    let outcome = switch::switch(&app.desk(), &campaign, Switch::Removed, by(&present)).await;
    answer(&app, &present, &campaign, outcome, Shown::default()).await
}
