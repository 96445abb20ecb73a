use std::sync::Arc;

use axum::extract::{Path, State};
use maud::Markup;

use super::Here;
use super::views::index::{Line, Page};
use crate::app::App;
use crate::domain::reply::{day_of, silence};
use crate::storage::{contacts, replies};
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// All whom a campaign asks or asked, with how it stands with each.
pub async fn index(
    State(app): State<Arc<App>>,
    present: Present,
    Path(slug): Path<String>,
) -> Result<Markup, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    let (db, campaign) = (app.tools.db.read(), &*here.campaign);
    let delivered = app.hub.delivered(campaign.id);
    let replied = replies::list_days(db, campaign.id).await?;
    let zone = campaign.zone();
    let due = contacts::list_follow_ups(db, campaign.id).await?;
    let lines: Vec<Line> = here
        .addressees()
        .into_iter()
        .map(|addressee| {
            let key = &*addressee.key;
            let days = replied.get(key).map_or(&[][..], Vec::as_slice);
            let handed = delivered.handed.iter().filter(|one| one.to.key == key);
            Line {
                addressee,
                handed_over: handed.filter_map(|one| day_of(one.at, &zone)).max(),
                replies: days.len(),
                silent_since: silence(&delivered, key, days, &zone),
                due: due.iter().find(|one| one.key == key).map(|one| one.due),
            }
        })
        .collect();
    Ok(Page { app: &app, present: &present, campaign, lines: &lines }.markup())
}
