use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use uuid::Uuid;

use super::views::pictures::Page;
pub(in crate::web::studio) use super::views::pictures::Typed;
use super::{FileFlaw, Trouble, by, typed, words};
use crate::actions::pictures::UploadError;
use crate::actions::pictures::add::add;
use crate::actions::pictures::choose::choose as choosing;
use crate::actions::pictures::describe::describe;
use crate::actions::pictures::develop::{Unusable, develop};
use crate::actions::pictures::remove::remove;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::picture::{Picture, line};
use crate::domain::role::Act;
use crate::domain::words::Words;
use crate::paths;
use crate::storage::pictures;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;
use crate::web::upload::Upload;

type Kept = (Arc<Campaign>, Picture);

async fn page(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    refused: Option<(&Typed, &Trouble)>,
) -> Result<Markup, WebError> {
    let all = pictures::list(app.tools.db.read(), campaign.id).await?;
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

fn back(campaign: &Campaign) -> Response {
    Redirect::to(&paths::studio_pictures(&campaign.slug)).into_response()
}

/// The picture of an address, of this campaign.
async fn kept(app: &App, present: &Present, slug: &str, id: &str) -> Result<Kept, WebError> {
    let campaign = present.campaign(app, slug, Act::MakeCampaigns).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let found = pictures::find(app.tools.db.read(), id).await?;
    let belongs = found.as_ref().map(|picture| picture.campaign);
    present.must_belong(app, Act::MakeCampaigns, &campaign, belongs).await?;
    Ok((campaign, found.ok_or(WebError::NotFound)?))
}

/// The pictures of a campaign, and the form that adds one.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::MakeCampaigns).await?;
    page(&app, &present, &campaign, None).await
}

/// What was typed beside a picture, sound or not.
pub(in crate::web::studio) fn read(typed: &Typed) -> Result<(Words, String), Trouble> {
    let alternative = words(&typed.words)?;
    Ok((alternative, line(&typed.credit, false).map_err(Trouble::Credit)?))
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::MakeCampaigns).await?;
    let mut sent = Upload::read(request, &app, app.tools.settings.uploads.picture_bytes).await?;
    let words = typed(&campaign, |name| sent.take(name));
    let typed = Typed { picture: None, words, credit: sent.take("credit") };
    let described = match read(&typed) {
        Ok(described) => described,
        Err(trouble) => return refuse(&app, &present, &campaign, (&typed, &trouble)).await,
    };
    let developed = match develop(sent.file).await {
        Ok(developed) => developed,
        Err(unusable) => {
            return refuse(&app, &present, &campaign, (&typed, &Trouble::File(unusable.into()))).await;
        }
    };
    match add(&app.desk(), by(&present), &campaign, described, developed).await {
        Ok(_) => Ok(back(&campaign)),
        Err(UploadError::Full) => refuse(&app, &present, &campaign, (&typed, &Trouble::Full)).await,
        Err(error) => Err(error.into()),
    }
}

impl From<Unusable> for FileFlaw {
    fn from(unusable: Unusable) -> Self {
        match unusable {
            Unusable::Missing => Self::Missing,
            Unusable::NotAPicture => Self::NotAPicture,
            Unusable::TooManyPixels => Self::TooManyPixels,
            Unusable::TooNarrow => Self::TooNarrow,
        }
    }
}

pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let (campaign, picture) = kept(&app, &present, &slug, &id).await?;
    let words = typed(&campaign, |name| fields.take(name));
    let typed = Typed { picture: Some(picture.id), words, credit: fields.take("credit") };
    match read(&typed) {
        Ok((alternative, credit)) => {
            describe(&app.desk(), by(&present), &campaign, picture.id, (&alternative, &credit)).await?;
            app.refresh().await?;
            Ok(back(&campaign))
        }
        Err(trouble) => refuse(&app, &present, &campaign, (&typed, &trouble)).await,
    }
}

async fn show_on_page(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    chosen: Option<Uuid>,
) -> Result<Response, WebError> {
    choosing(&app.desk(), by(present), campaign, chosen).await?;
    app.refresh().await?;
    Ok(back(campaign))
}

/// Shows it at the head of the page.
pub async fn choose(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (campaign, picture) = kept(&app, &present, &slug, &id).await?;
    show_on_page(&app, &present, &campaign, Some(picture.id)).await
}

/// Shows none there any more.
pub async fn hide(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (campaign, _) = kept(&app, &present, &slug, &id).await?;
    show_on_page(&app, &present, &campaign, None).await
}

pub async fn destroy(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (campaign, picture) = kept(&app, &present, &slug, &id).await?;
    present.recently(&app, &paths::studio_pictures(&slug))?;
    remove(&app.desk(), by(&present), &campaign, picture.id).await?;
    app.refresh().await?;
    Ok(back(&campaign))
}
