use std::sync::Arc;

use axum::extract::{Path, State};
use maud::Markup;

use super::figures::Standing;
use super::views::wall::Wall;
use crate::app::App;
use crate::domain::role::Act;
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// The count for a projector.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let campaign = present.campaign(&app, &slug, Act::SeeFigures).await?;
    let standing = Standing::of(&app, &campaign).await?;
    Ok(Wall { app: &app, lang: present.lang, campaign: &campaign, standing }.markup())
}
