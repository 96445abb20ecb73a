use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::Markup;
use uuid::Uuid;

use super::member::Present;
use super::views::sessions::Page;
use crate::actions::accounts::{AccountError, end_sessions};
use crate::app::App;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::{accounts, sessions};
use crate::web::error::WebError;

/// Where somebody is logged in.
pub async fn index(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    let (now, account) = (app.tools.clock.now(), present.member.account.id);
    let running = sessions::list(app.tools.db.read(), account, now).await?;
    Ok(Page { app: &app, present: &present, sessions: &running }.markup())
}

/// One's own only: what is somebody else's is not there.
pub async fn end(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Redirect, WebError> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    match end_sessions::end_one(&app.desk(), present.member.account.id, id).await {
        Err(AccountError::Unknown) => Err(missing(&app, &present, id).await?),
        ended => Ok(ended.map(|()| Redirect::to(paths::STUDIO_SESSIONS))?),
    }
}

/// For what is not one's own: that of somebody of another organisation is put on record.
async fn missing(app: &App, present: &Present, id: Uuid) -> Result<WebError, WebError> {
    let db = app.tools.db.read();
    if let Some(session) = sessions::find_by_id(db, id).await?
        && let Some(whose) = accounts::find(db, session.account).await?
        && whose.account.organisation != present.member.organisation.id
    {
        present.must(app, Act::ManageAccounts, whose.account.organisation).await?;
    }
    Ok(WebError::NotFound)
}

pub async fn end_others(State(app): State<Arc<App>>, present: Present) -> Result<Redirect, WebError> {
    end_sessions::end_others(&app.desk(), &present.member.session).await?;
    Ok(Redirect::to(paths::STUDIO_SESSIONS))
}
