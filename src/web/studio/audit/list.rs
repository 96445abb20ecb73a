use std::sync::Arc;

use axum::extract::{Query, State};
use maud::Markup;

use super::filter::Filter;
use super::views::list::Page;
use super::views::names::Names;
use crate::app::App;
use crate::domain::role::Act;
use crate::storage::audits;
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// How many entries a page shows.
const PAGE: u64 = 50;

/// The entries of the organisation, newest first.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Query(filter): Query<Filter>,
) -> Result<Markup, WebError> {
    present.must_here(&app, Act::ReadAudit).await?;
    present.must_own_slug(&app, Act::ReadAudit, &filter.campaign).await?;
    let (db, here) = (app.tools.db.read(), present.member.organisation.id);
    let mut entries = audits::list(db, &filter.sought(&app, &present), PAGE + 1).await?;
    let has_more = entries.len() as u64 > PAGE;
    entries.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let acts = audits::list_acts(db, here).await?;
    let actors = audits::list_actors(db, here).await?;
    let names = Names::of(&app, &present).await?;
    let page = Page {
        app: &app,
        present: &present,
        filter: &filter,
        entries: &entries,
        has_more,
        acts: &acts,
        actors: &actors,
        names: &names,
    };
    Ok(page.markup())
}
