use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use uuid::Uuid;

use super::views::papers::{Page, Typed};
use super::{FileFlaw, Trouble, by, typed, words};
use crate::actions::papers::add::{add, is_pdf};
use crate::actions::papers::arrange::move_up as moving;
use crate::actions::papers::remove::remove;
use crate::actions::papers::rename::rename;
use crate::actions::pictures::UploadError;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::picture::Paper;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::papers;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;
use crate::web::upload::Upload;

type Kept = (Arc<Campaign>, Paper);

async fn page(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    refused: Option<(&Typed, &Trouble)>,
) -> Result<Markup, WebError> {
    let all = papers::list(app.tools.db.read(), campaign.id).await?;
    Ok(Page { app, present, campaign, all: &all, refused }.markup())
}

async fn refuse(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    (typed, trouble): (&Typed, &Trouble),
) -> Result<Response, WebError> {
    let page = page(app, present, campaign, Some((typed, trouble))).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Back to the list, with the page of the campaign made anew.
async fn back(app: &App, campaign: &Campaign) -> Result<Response, WebError> {
    app.refresh().await?;
    Ok(Redirect::to(&paths::studio_papers(&campaign.slug)).into_response())
}

/// The document of an address, of this campaign.
async fn kept(app: &App, present: &Present, slug: &str, id: &str) -> Result<Kept, WebError> {
    let campaign = present.campaign(app, slug, Act::MakeCampaigns).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let found = papers::find(app.tools.db.read(), id).await?;
    let belongs = found.as_ref().map(|paper| paper.campaign);
    present.must_belong(app, Act::MakeCampaigns, &campaign, belongs).await?;
    Ok((campaign, found.ok_or(WebError::NotFound)?))
}

/// The documents of a campaign in their order, and the form that adds one.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::MakeCampaigns).await?;
    page(&app, &present, &campaign, None).await
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::MakeCampaigns).await?;
    let mut sent = Upload::read(request, &app, app.tools.settings.uploads.document_bytes).await?;
    let typed = Typed { paper: None, words: typed(&campaign, |name| sent.take(name)) };
    let file = if sent.file.is_empty() {
        Err(Trouble::File(FileFlaw::Missing))
    } else if is_pdf(&sent.file) {
        Ok(sent.file)
    } else {
        Err(Trouble::File(FileFlaw::NotAPdf))
    };
    let (title, file) = match (words(&typed.words), file) {
        (Ok(title), Ok(file)) => (title, file),
        (Err(trouble), _) | (_, Err(trouble)) => {
            return refuse(&app, &present, &campaign, (&typed, &trouble)).await;
        }
    };
    match add(&app.desk(), by(&present), &campaign, title, file).await {
        Ok(_) => back(&app, &campaign).await,
        Err(UploadError::Full) => refuse(&app, &present, &campaign, (&typed, &Trouble::Full)).await,
        Err(error) => Err(error.into()),
    }
}

pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let (campaign, paper) = kept(&app, &present, &slug, &id).await?;
    let typed = Typed { paper: Some(paper.id), words: typed(&campaign, |name| fields.take(name)) };
    match words(&typed.words) {
        Ok(title) => {
            rename(&app.desk(), by(&present), &campaign, paper.id, &title).await?;
            back(&app, &campaign).await
        }
        Err(trouble) => refuse(&app, &present, &campaign, (&typed, &trouble)).await,
    }
}

pub async fn move_up(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (campaign, paper) = kept(&app, &present, &slug, &id).await?;
    moving(&app.desk(), by(&present), &campaign, paper.id).await?;
    back(&app, &campaign).await
}

pub async fn destroy(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (campaign, paper) = kept(&app, &present, &slug, &id).await?;
    present.recently(&app, &paths::studio_papers(&slug))?;
    remove(&app.desk(), by(&present), &campaign, paper.id).await?;
    back(&app, &campaign).await
}
