use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Redirect;

use super::super::member::Present;
use super::{open, row as row_of};
use crate::actions::people::send_link::send_link;
use crate::app::App;
use crate::paths;
use crate::web::error::WebError;

/// Mails the link of their own page to whoever signed.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    Path((id, row)): Path<(String, String)>,
) -> Result<Redirect, WebError> {
    let inquiry = open(&app, &present, &id).await?;
    let row = row_of(&app, &present, &row).await?;
    send_link(&app.desk(), &inquiry, present.member.account.id, row).await?;
    app.mail_waits.notify_one();
    Ok(Redirect::to(&paths::studio_inquiry(inquiry.id)))
}
