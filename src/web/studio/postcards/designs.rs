use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use uuid::Uuid;

use super::views::designs::Page;
use crate::actions::pictures::UploadError;
use crate::actions::pictures::develop::develop_card;
use crate::actions::postcards::designs as acting;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::postcard::design::{Design, Unfit};
use crate::domain::role::Act;
use crate::paths;
use crate::storage::card_designs;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::media::{FileFlaw, Trouble, Typed, by, read, typed};
use crate::web::studio::member::Present;
use crate::web::upload::Upload;

async fn page(
    app: &App,
    present: &Present,
    campaign: &Campaign,
    refused: Option<(&Typed, &Trouble)>,
) -> Result<Markup, WebError> {
    let all = card_designs::list(app.tools.db.read(), campaign.id).await?;
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
    Redirect::to(&paths::studio_designs(&campaign.slug)).into_response()
}

/// The design of an address, of this campaign.
async fn kept(
    app: &App,
    present: &Present,
    slug: &str,
    id: &str,
) -> Result<(Arc<Campaign>, Design), WebError> {
    let campaign = present.campaign(app, slug, Act::MakeCampaigns).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let found = card_designs::find(app.tools.db.read(), id).await?;
    let belongs = found.as_ref().map(|design| design.campaign);
    present.must_belong(app, Act::MakeCampaigns, &campaign, belongs).await?;
    Ok((campaign, found.ok_or(WebError::NotFound)?))
}

/// The designs of a campaign, and the form that adds one.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::MakeCampaigns).await?;
    page(&app, &present, &campaign, None).await
}

impl From<Unfit> for FileFlaw {
    fn from(unfit: Unfit) -> Self {
        match unfit {
            Unfit::Portrait => Self::Portrait,
            Unfit::Coarse(dots) => Self::Coarse(dots),
        }
    }
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
    let developed = match develop_card(sent.file).await {
        Ok(Ok(developed)) => Ok(developed),
        Ok(Err(unfit)) => Err(FileFlaw::from(unfit)),
        Err(unusable) => Err(FileFlaw::from(unusable)),
    };
    let developed = match developed {
        Ok(developed) => developed,
        Err(flaw) => return refuse(&app, &present, &campaign, (&typed, &Trouble::File(flaw))).await,
    };
    match acting::add(&app.desk(), campaign.id, described, developed, by(&present)).await {
        Ok(_) => Ok(back(&campaign)),
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
    let (campaign, design) = kept(&app, &present, &slug, &id).await?;
    let words = typed(&campaign, |name| fields.take(name));
    let typed = Typed { picture: Some(design.id()), words, credit: fields.take("credit") };
    match read(&typed) {
        Ok((alternative, credit)) => {
            acting::describe(&app.desk(), &design, (&alternative, &credit), by(&present)).await?;
            Ok(back(&campaign))
        }
        Err(trouble) => refuse(&app, &present, &campaign, (&typed, &trouble)).await,
    }
}

pub async fn move_up(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (campaign, design) = kept(&app, &present, &slug, &id).await?;
    acting::move_up(&app.desk(), &design, by(&present)).await?;
    Ok(back(&campaign))
}

/// Offers it no more.
pub async fn retire(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (campaign, design) = kept(&app, &present, &slug, &id).await?;
    acting::retire(&app.desk(), &design, true, by(&present)).await?;
    Ok(back(&campaign))
}

/// Offers it again.
pub async fn restore(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let (campaign, design) = kept(&app, &present, &slug, &id).await?;
    match acting::retire(&app.desk(), &design, false, by(&present)).await {
        Ok(()) => Ok(back(&campaign)),
        Err(UploadError::Full) => {
            let typed =
                Typed { picture: None, words: typed(&campaign, |_| String::new()), credit: String::new() };
            refuse(&app, &present, &campaign, (&typed, &Trouble::Full)).await
        }
        Err(error) => Err(error.into()),
    }
}
