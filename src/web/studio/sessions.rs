use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::Markup;
use uuid::Uuid;

use super::member::Present;
use super::views::sessions::Page;
use crate::actions::accounts::end_sessions;
use crate::app::App;
use crate::paths;
use crate::storage::sessions;
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
    end_sessions::end_one(&app.desk(), present.member.account.id, id).await?;
    Ok(Redirect::to(paths::STUDIO_SESSIONS))
}

pub async fn end_others(State(app): State<Arc<App>>, present: Present) -> Result<Redirect, WebError> {
    end_sessions::end_others(&app.desk(), &present.member.session).await?;
    Ok(Redirect::to(paths::STUDIO_SESSIONS))
}
