use std::sync::Arc;

use axum::extract::{Path, State};
use maud::Markup;

use crate::app::App;
use crate::domain::role::Act;
use crate::storage::{rolls, texts};
use crate::web::error::WebError;
use crate::web::studio::member::Present;
use crate::web::studio::views::editor::texts::{Page, Row};

/// The versions of the text, and how many have signed each.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = &present.campaign(&app, &slug, Act::SeeFigures).await?;
    let db = app.tools.db.read();
    let counted = rolls::count_by_version(db, campaign.id).await?;
    let mut rows = Vec::new();
    for version in (1..=campaign.text_version).rev() {
        let Some(stored) = texts::find(db, campaign.id, version).await? else { continue };
        let signed = counted.iter().find(|(of, _)| *of == version).map_or(0, |(_, count)| *count);
        rows.push(Row { stored, signed });
    }
    Ok(Page { app: &app, present: &present, campaign, rows: &rows }.markup())
}
