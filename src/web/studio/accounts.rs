use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::Markup;
use uuid::Uuid;

use super::member::Present;
use super::views::accounts::{Page, Row};
use crate::actions::accounts::change_role::change_role as give_role;
use crate::actions::accounts::{By, disable as shutting, open_profile, reset_factor as unlocking};
use crate::app::App;
use crate::domain::role::{Act, Role};
use crate::paths;
use crate::storage::{accounts, factors};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::invitations;
use crate::web::studio::views::form::Faults;

/// Who works for the organisation.
pub async fn index(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    present.must_here(&app, Act::ManageAccounts).await?;
    page(&app, &present, ("", &Faults::new())).await
}

/// The page, with what was typed into the form that invites.
pub async fn page(
    app: &App,
    present: &Present,
    (typed, faults): (&str, &Faults),
) -> Result<Markup, WebError> {
    let (db, here) = (app.tools.db.read(), present.member.organisation.id);
    let stored = accounts::list(db, Some(here)).await?;
    let enrolled =
        factors::list_enrolled(db, stored.iter().map(|stored| stored.account.id).collect()).await?;
    let mut rows = Vec::new();
    for stored in stored {
        let profile = open_profile(&app.tools.vault, &stored).map_err(|_| WebError::Internal)?;
        let account = stored.account;
        rows.push(Row { account, profile, is_enrolled: enrolled.contains(&account.id) });
    }
    let invited = invitations::list(app, here).await?;
    Ok(Page { app, present, rows: &rows, invited: &invited, typed, faults }.markup())
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

/// Gives somebody another role.
pub async fn change_role(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Redirect, WebError> {
    let id = managed(&app, &present, &id).await?;
    present.recently(&app, paths::STUDIO_ACCOUNTS)?;
    let role = Role::parse(&fields.take("role")).ok_or(WebError::BadRequest)?;
    give_role(&app.desk(), id, role, By::Account(present.member.account.id)).await?;
    Ok(Redirect::to(paths::STUDIO_ACCOUNTS))
}

/// Takes away the second factor of somebody who has lost it.
pub async fn reset_factor(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Redirect, WebError> {
    let id = managed(&app, &present, &id).await?;
    present.recently(&app, paths::STUDIO_ACCOUNTS)?;
    unlocking::reset_factor(&app.desk(), id, By::Account(present.member.account.id)).await?;
    app.mail_waits.notify_one();
    Ok(Redirect::to(paths::STUDIO_ACCOUNTS))
}
