use std::sync::Arc;

use axum::extract::{Path, State};
use maud::Markup;

use crate::app::App;
use crate::storage::drafts;
use crate::web::error::WebError;
use crate::web::studio::member::Present;
use crate::web::studio::views::editor::overview::Page;

/// How far a campaign is written.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = super::campaign(&app, &present, &slug).await?;
    let draft = drafts::read(app.tools.db.read(), &campaign).await?.draft;
    let (languages, reading) = (&draft.languages, &draft.read());
    Ok(Page { app: &app, present: &present, campaign: &campaign, languages, reading }.markup())
}
