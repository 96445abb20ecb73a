use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use maud::Markup;
use uuid::Uuid;

use super::actor;
use super::views::patterns::Page;
use crate::actions::review::patterns::look_for_patterns;
use crate::app::App;
use crate::domain::role::Act;
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// What stands out among the newest signatures, or among older ones.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeSignatures).await?;
    let before: Option<Uuid> = query.get("before").and_then(|before| before.parse().ok());
    let (patterns, older) = look_for_patterns(&app.desk(), campaign.id, before, &actor(&present)).await?;
    let page = Page { app: &app, present: &present, campaign: &campaign, patterns: &patterns, before, older };
    Ok(page.markup())
}
