use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::form::filter;
use super::views::desk::Page;
use crate::actions::review::run::sieve;
use crate::app::App;
use crate::domain::condition::Condition;
use crate::domain::role::Act;
use crate::storage::reviews;
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// How many stand on a page.
const PAGE: u64 = 50;

/// The signatures that meet a condition, without anything personal.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeSignatures).await?;
    let before: Option<Uuid> = query.get("before").and_then(|before| before.parse().ok());
    let (condition, fault) = match filter(&query, &present.zone()) {
        Ok(condition) => (condition, None),
        Err(part) => (Condition::default(), Some(part)),
    };
    let found = match fault {
        None => {
            let sieve = sieve(&app.desk(), &condition);
            reviews::list(app.tools.db.read(), campaign.id, &sieve, before, PAGE).await?
        }
        Some(_) => reviews::Page { rows: Vec::new(), next: None },
    };
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = Page {
        app: &app,
        present: &present,
        campaign: &campaign,
        condition: &condition,
        typed: &query,
        fault,
        found: &found,
    };
    Ok((status, page.markup()).into_response())
}
