use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::Response;
use maud::Markup;
use serde::Deserialize;

use super::views;
use crate::app::App;
use crate::domain::official::sheet::table;
use crate::domain::official::written_day;
use crate::domain::role::Act;
use crate::storage::officials::{self, Filter};
use crate::web::error::WebError;
use crate::web::sheet::file;
use crate::web::studio::member::Present;

/// How many officials a page shows.
const PAGE: u64 = 50;

/// How many groups of the same name a page shows.
const GROUPS: u64 = 100;

/// What the address of a list says.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub name: String,
    pub party: String,
    pub province: String,
    pub riding: String,
    /// `all`: also those whose office has ended.
    pub show: String,
    /// The last of the page before.
    pub after: String,
}

/// Who is in the directory.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    present.must_here(&app, Act::KeepDirectory).await?;
    let (db, here) = (app.tools.db.read(), present.member.organisation.id);
    let today = written_day(app.tools.clock.now());
    let filter = Filter {
        name: asked.name.clone(),
        party: asked.party.clone(),
        province: asked.province.clone(),
        riding: asked.riding.clone(),
        today: (asked.show != "all").then(|| today.clone()),
    };
    let after = asked.after.parse().ok();
    let mut rows = officials::list_page(db, here, &filter, (after, PAGE + 1)).await?;
    let more = rows.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    rows.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let page = views::directory::Page {
        app: &app,
        present: &present,
        asked: &asked,
        parties: &officials::list_parties(db, here).await?,
        provinces: &officials::list_provinces(db, here).await?,
        found: officials::count(db, here, &filter).await?,
        rows: &rows,
        more,
        is_empty: rows.is_empty() && officials::count(db, here, &Filter::default()).await? == 0,
        today: &today,
    };
    Ok(page.markup())
}

/// The whole directory as a table, such as can be imported again.
pub async fn sheet(State(app): State<Arc<App>>, present: Present) -> Result<Response, WebError> {
    present.must_here(&app, Act::KeepDirectory).await?;
    let mut all = officials::list_all(app.tools.db.read(), present.member.organisation.id).await?;
    all.retain(|official| official.merged_into.is_none());
    all.sort_by_cached_key(|official| official.details.order());
    Ok(file("officials.csv", table(&all)))
}

/// Who has the name of somebody else.
pub async fn duplicates(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    present.must_here(&app, Act::KeepDirectory).await?;
    let groups = officials::list_alike(app.tools.db.read(), present.member.organisation.id, GROUPS).await?;
    Ok(views::merge::Duplicates { app: &app, present: &present, groups: &groups }.markup())
}
