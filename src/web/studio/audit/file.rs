use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};

use super::filter::Filter;
use crate::app::App;
use crate::domain::record::Recorded;
use crate::domain::role::Act;
use crate::domain::sheet;
use crate::i18n;
use crate::storage::audits;
use crate::web::error::WebError;
use crate::web::sheet::headers;
use crate::web::studio::member::Present;

/// How many entries are read at once.
const STRETCH: u64 = 1000;
/// More than this is asked for period by period.
const MOST: usize = 100_000;

fn row(app: &App, present: &Present, entry: &Recorded) -> [String; 8] {
    let campaign = entry.campaign.and_then(|id| app.hub.campaign_by_id(id));
    [
        entry.number.to_string(),
        entry.at.to_string(),
        entry.actor.clone(),
        entry.act.clone(),
        i18n::act(present.lang, &entry.act),
        campaign.map(|campaign| campaign.slug.clone()).unwrap_or_default(),
        entry.subject.clone(),
        entry.detail.clone(),
    ]
}

/// What is sought, as a file. It names accounts by their numbers, as the log itself does.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Query(filter): Query<Filter>,
) -> Result<Response, WebError> {
    present.must_here(&app, Act::ReadAudit).await?;
    present.must_own_slug(&app, Act::ReadAudit, &filter.campaign).await?;
    let mut sought = filter.sought(&app, &present);
    let head = ["number", "at", "actor", "act", "sentence", "campaign", "subject", "detail"];
    let mut table = sheet::file([head.map(str::to_owned)]);
    let mut written = 0;
    while written < MOST {
        let entries = audits::list(app.tools.db.read(), &sought, STRETCH).await?;
        let Some(last) = entries.last() else { break };
        sought.before = Some(last.number);
        table.extend(sheet::lines(entries.iter().map(|entry| row(&app, &present, entry))));
        written += entries.len();
    }
    Ok((headers("audit.csv"), table).into_response())
}
