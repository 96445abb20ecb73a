use std::sync::Arc;

use axum::extract::{Path, State};
use maud::Markup;

use super::views::index::{Page, Row};
use crate::app::App;
use crate::domain::jurisdiction::Jurisdiction;
use crate::domain::role::Act;
use crate::storage::official_petitions;
use crate::storage::official_sheets::{self, Whereabouts};
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// The parliaments, with how far the campaign's petition to each is.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::KeepOfficialSheets).await?;
    let db = app.tools.db.read();
    let mut rows = Vec::new();
    for jurisdiction in Jurisdiction::all() {
        let to = (campaign.id, jurisdiction.key.as_str());
        let saved = official_petitions::find(db, to).await?;
        let newest = official_petitions::list_versions(db, to).await?.into_iter().next();
        let sum = match &newest {
            Some(frozen) => Some(official_sheets::sum(db, to, frozen.version).await?),
            None => None,
        };
        let sheets = official_sheets::count(db, to, Whereabouts::All).await?;
        rows.push(Row { jurisdiction, is_begun: saved.is_some(), newest, sum, sheets });
    }
    Ok(Page { app: &app, present: &present, campaign: &campaign, rows: &rows }.markup())
}
