use std::sync::Arc;

use axum::extract::{Path, State};
use maud::Markup;

use super::actor;
use super::views::patterns::Page;
use crate::actions::review::patterns::look_for_patterns;
use crate::app::App;
use crate::domain::role::Act;
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// What stands out among the newest signatures.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeSignatures).await?;
    let patterns = look_for_patterns(&app.desk(), campaign.id, &actor(&present)).await?;
    Ok(Page { app: &app, present: &present, campaign: &campaign, patterns: &patterns }.markup())
}
