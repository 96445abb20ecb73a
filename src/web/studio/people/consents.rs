use std::io;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use uuid::Uuid;

use super::super::member::Present;
use super::views;
use crate::actions::people::consents::{Shown, consents, export_consents, shown};
use crate::app::App;
use crate::domain::role::Act;
use crate::domain::sheet;
use crate::paths;
use crate::web::error::WebError;
use crate::web::sheet::headers;

/// How far a file of consents has been written.
enum Written {
    Nothing,
    Until(Uuid),
    All,
}

/// The next lines of the file. Each stretch is read when the one before has been taken, so that a million fit as well as ten.
async fn stretch(
    app: &App,
    campaign: i32,
    (slug, shown): (&str, &Shown),
    written: Written,
) -> io::Result<Option<(Vec<u8>, Written)>> {
    let (after, mut bytes) = match written {
        Written::Nothing => (Uuid::nil(), sheet::file([views::consent_columns()])),
        Written::Until(after) => (after, Vec::new()),
        Written::All => return Ok(None),
    };
    // Cut off in the middle, the file is not whole, and the browser says so.
    let (found, next) = consents(&app.desk(), campaign, after, shown).await.map_err(io::Error::other)?;
    bytes.extend(sheet::lines(found.iter().map(|line| views::consent_line(slug, line))));
    Ok(Some((bytes, next.map_or(Written::All, Written::Until))))
}

/// Who asked for updates about a campaign, when, and in which words: the proof that the law asks for.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::ServePeople).await?;
    present.recently(&app, paths::STUDIO_PEOPLE)?;
    export_consents(&app.desk(), &campaign, present.member.account.id).await?;
    let headers = headers(&format!("consents-{slug}.csv"));
    let shown = Arc::new(shown(&app.desk()).await?);
    let lines = stream::try_unfold(Written::Nothing, move |written| {
        let (app, campaign, slug, shown) = (app.clone(), campaign.id, slug.clone(), shown.clone());
        async move { stretch(&app, campaign, (&slug, &shown), written).await }
    });
    Ok((headers, Body::from_stream(lines)).into_response())
}
