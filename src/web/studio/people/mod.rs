//! What is owed to the people whose data are held: each request is a case, with a date by which it is answered.

mod address;
mod consents;
mod correction;
mod data;
mod erasure;
mod inquiry;
mod link;
mod list;
mod views;

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use uuid::Uuid;

use super::member::Present;
use crate::app::App;
use crate::domain::inquiry::Inquiry;
use crate::domain::role::Act;
use crate::paths;
use crate::storage::inquiries;
use crate::web::error::WebError;
use crate::web::form::Fields;

pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route(paths::STUDIO_PEOPLE, get(list::index).post(list::create))
        .route("/studio/campaigns/{slug}/consents", post(consents::create))
        .route("/studio/people/{id}", get(inquiry::show))
        .route("/studio/people/{id}/data", post(data::create))
        .route("/studio/people/{id}/address", get(address::new).post(address::create))
        .route("/studio/people/{id}/erasure", get(erasure::new).post(erasure::create))
        .route("/studio/people/{id}/correction/{row}", get(correction::edit).post(correction::update))
        .route("/studio/people/{id}/link/{row}", post(link::create))
        .route("/studio/people/{id}/done", post(inquiry::close))
}

/// The case of an address, to those who may serve people of its organisation.
async fn found(app: &App, present: &Present, id: &str) -> Result<Inquiry, WebError> {
    present.must_here(app, Act::ServePeople).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let inquiry = inquiries::find(app.tools.db.read(), id).await?.ok_or(WebError::NotFound)?;
    present.must(app, Act::ServePeople, inquiry.organisation).await?;
    Ok(inquiry)
}

/// The same, as long as it is open: what was answered is looked at no more.
async fn open(app: &App, present: &Present, id: &str) -> Result<Inquiry, WebError> {
    let inquiry = found(app, present, id).await?;
    if inquiry.done.is_some() { Err(WebError::LinkOver) } else { Ok(inquiry) }
}

/// The rows that are ticked in a form, none of which is another organisation's.
async fn chosen(app: &App, present: &Present, fields: &mut Fields) -> Result<BTreeSet<Uuid>, WebError> {
    let marked = fields.take_marked("held-");
    let ids: Vec<Uuid> = marked.iter().filter_map(|id| id.parse().ok()).collect();
    present.must_own(app, Act::ServePeople, &ids).await?;
    Ok(ids.into_iter().collect())
}

/// The row of an address, which is not another organisation's.
async fn row(app: &App, present: &Present, id: &str) -> Result<Uuid, WebError> {
    let id = id.parse().map_err(|_| WebError::NotFound)?;
    present.must_own(app, Act::ServePeople, &[id]).await?;
    Ok(id)
}
