use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::Markup;
use uuid::Uuid;

use super::member::Present;
use super::views::accounts::Page;
use crate::actions::accounts::{By, disable as shutting, open_profile};
use crate::app::App;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::accounts;
use crate::web::error::WebError;

/// Who works for the organisation.
pub async fn index(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    present.must_here(&app, Act::ManageAccounts).await?;
    let here = present.member.organisation.id;
    let mut rows = Vec::new();
    for stored in accounts::list(app.tools.db.read(), Some(here)).await? {
        let profile = open_profile(&app.tools.vault, &stored).map_err(|_| WebError::Internal)?;
        rows.push((stored.account, profile));
    }
    Ok(Page { app: &app, present: &present, rows: &rows }.markup())
}

/// The account of an address that may be managed by whoever asks.
async fn managed(app: &App, present: &Present, id: &str) -> Result<Uuid, WebError> {
    present.must_here(app, Act::ManageAccounts).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let stored = accounts::find(app.tools.db.read(), id).await?.ok_or(WebError::NotFound)?;
    present.must(app, Act::ManageAccounts, stored.account.organisation).await?;
    Ok(id)
}

pub async fn disable(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Redirect, WebError> {
    let id = managed(&app, &present, &id).await?;
    present.recently(&app, paths::STUDIO_ACCOUNTS)?;
    shutting::disable(&app.desk(), id, By::Account(present.member.account.id)).await?;
    Ok(Redirect::to(paths::STUDIO_ACCOUNTS))
}

pub async fn enable(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Redirect, WebError> {
    let id = managed(&app, &present, &id).await?;
    shutting::enable(&app.desk(), id, By::Account(present.member.account.id)).await?;
    Ok(Redirect::to(paths::STUDIO_ACCOUNTS))
}
