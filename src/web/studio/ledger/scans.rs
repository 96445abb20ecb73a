use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use uuid::Uuid;

use super::Here;
use super::views::scans::{Page, Seen};
use crate::actions::ledger::scans::{Room, Unfit, add_scan, goes_along, look_at_scan, prepare, remove_scan};
use crate::app::App;
use crate::domain::ledger::Batch;
use crate::domain::ledger::scan::Scan;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::ledger::scans;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::media::SANDBOX;
use crate::web::studio::editor;
use crate::web::studio::member::Present;
use crate::web::upload::Upload;

/// Names stand on the paper: not everybody who keeps the ledger sees them.
const ACT: Act = Act::MakeDeliveries;

impl<'a> Here<'a> {
    async fn with_scans(app: &'a App, present: &'a Present, slug: &str) -> Result<Self, WebError> {
        let campaign = present.campaign(app, slug, ACT).await?;
        Ok(Self { app, present, campaign })
    }

    async fn scans_page(&self, batch: &Batch, unfit: Option<Unfit>) -> Result<Markup, WebError> {
        let (db, of) = (self.app.tools.db.read(), (self.campaign.id, batch.number));
        let mut seen = Vec::new();
        for scan in scans::list(db, of).await? {
            let by = match scan.added_by {
                Some(account) => editor::name(self.app, account).await?,
                None => None,
            };
            seen.push(Seen { scan, by });
        }
        let page = Page {
            app: self.app,
            present: self.present,
            campaign: &self.campaign,
            batch,
            scans: &seen,
            is_frozen: goes_along(db, of).await?,
            unfit,
        };
        Ok(page.markup())
    }

    async fn refused(&self, batch: &Batch, unfit: Unfit) -> Result<Response, WebError> {
        let page = self.scans_page(batch, Some(unfit)).await?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    }

    /// The scan of an address, of a batch of this campaign.
    async fn scan(&self, batch: &str, id: &str) -> Result<Scan, WebError> {
        let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
        let found = scans::find(self.app.tools.db.read(), id).await?;
        let belongs = found.as_ref().map(|scan| scan.campaign);
        self.present.must_belong(self.app, ACT, &self.campaign, belongs).await?;
        found.filter(|scan| scan.batch.to_string() == batch).ok_or(WebError::NotFound)
    }

    fn room(&self) -> Room {
        let uploads = &self.app.tools.settings.uploads;
        Room { picture: uploads.picture_bytes, batch: uploads.scans_bytes }
    }
}

/// The scans of a batch.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
) -> Result<Markup, WebError> {
    let here = Here::with_scans(&app, &present, &slug).await?;
    let batch = here.batch(&number).await?;
    here.scans_page(&batch, None).await
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number)): Path<(String, String)>,
    request: Request,
) -> Result<Response, WebError> {
    let here = Here::with_scans(&app, &present, &slug).await?;
    let batch = here.batch(&number).await?;
    let room = here.room();
    let most = app.tools.settings.uploads.document_bytes.max(room.picture);
    let sent = Upload::read(request, &app, most).await?;
    let file = match prepare(sent.file, room).await {
        Ok(file) => file,
        Err(unfit) => return here.refused(&batch, unfit).await,
    };
    match add_scan(&app.desk(), here.keeper(), (batch.number, room), file).await? {
        Ok(()) => Ok(Redirect::to(&paths::studio_scans(&slug, batch.number)).into_response()),
        Err(unfit) => here.refused(&batch, unfit).await,
    }
}

/// A scan, to whoever looks at it; nobody else keeps it.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number, id)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let here = Here::with_scans(&app, &present, &slug).await?;
    let scan = here.scan(&number, &id).await?;
    let bytes = look_at_scan(&app.desk(), here.keeper(), &scan).await?;
    // A PDF may do more than show itself: it is opened by a program of whoever looks, and not as a page of ours.
    let headers = [
        (header::CONTENT_TYPE, scan.format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{slug}-{}\"", scan.name())),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::CONTENT_SECURITY_POLICY, SANDBOX.to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

pub async fn destroy(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, number, id)): Path<(String, String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let here = Here::with_scans(&app, &present, &slug).await?;
    let scan = here.scan(&number, &id).await?;
    let batch = here.batch(&number).await?;
    let is_sure = fields.take("sure") == "yes";
    match remove_scan(&app.desk(), here.keeper(), &scan, is_sure).await? {
        Ok(()) => Ok(Redirect::to(&paths::studio_scans(&slug, batch.number)).into_response()),
        Err(unfit) => here.refused(&batch, unfit).await,
    }
}
