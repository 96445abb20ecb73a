use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::accounts::page;
use super::member::Present;
use super::views::invitations::Row;
use crate::actions::accounts::invite::{self, invite};
use crate::actions::accounts::{AccountError, By};
use crate::app::App;
use crate::domain::email::EmailAddress;
use crate::domain::role::{Act, Role};
use crate::i18n::t;
use crate::paths;
use crate::storage::invitations;
use crate::web::error::WebError;
use crate::web::form::Fields;

/// The open invitations of an organisation.
pub async fn list(app: &App, organisation: i32) -> Result<Vec<Row>, WebError> {
    let mut rows = Vec::new();
    for invitation in invitations::list(app.tools.db.read(), organisation).await? {
        let email = invite::open(&app.tools.vault, &invitation).map_err(|_| WebError::Internal)?.email;
        let is_over = app.tools.clock.now() >= invitation.expires_at;
        let (id, role, expires_at) = (invitation.id, invitation.role, invitation.expires_at);
        rows.push(Row { id, email, role, expires_at, is_over });
    }
    Ok(rows)
}

pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    present.must_here(&app, Act::ManageAccounts).await?;
    let lang = present.lang;
    let (typed, role) = (fields.take("email").trim().to_owned(), Role::parse(&fields.take("role")));
    let email = EmailAddress::parse(&typed).ok();
    let fault = match (email, role) {
        (Some(email), Some(role)) => {
            let (by, here) = (By::Account(present.member.account.id), present.member.organisation.id);
            match invite(&app.desk(), (here, role), (&email, lang), by).await {
                Ok(()) => {
                    app.mail_waits.notify_one();
                    return Ok(Redirect::to(paths::STUDIO_ACCOUNTS).into_response());
                }
                Err(AccountError::Taken) => ("email", t!(lang, "invite-taken")),
                Err(AccountError::Invited) => ("email", t!(lang, "invite-invited")),
                Err(error) => return Err(error.into()),
            }
        }
        (None, _) => ("email", t!(lang, "set-up-email-refused")),
        (_, None) => ("role", t!(lang, "invite-role-refused")),
    };
    let page = page(&app, &present, (&typed, &vec![fault])).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The invitation of an address that may be managed by whoever asks.
async fn managed(app: &App, present: &Present, id: &str) -> Result<Uuid, WebError> {
    present.must_here(app, Act::ManageAccounts).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let found = invitations::find(app.tools.db.read(), id).await?.ok_or(WebError::NotFound)?;
    present.must(app, Act::ManageAccounts, found.organisation).await?;
    Ok(id)
}

pub async fn withdraw(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Redirect, WebError> {
    let id = managed(&app, &present, &id).await?;
    invite::withdraw(&app.desk(), id, By::Account(present.member.account.id)).await?;
    Ok(Redirect::to(paths::STUDIO_ACCOUNTS))
}

pub async fn resend(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Redirect, WebError> {
    let id = managed(&app, &present, &id).await?;
    invite::resend(&app.desk(), id, By::Account(present.member.account.id)).await?;
    app.mail_waits.notify_one();
    Ok(Redirect::to(paths::STUDIO_ACCOUNTS))
}
