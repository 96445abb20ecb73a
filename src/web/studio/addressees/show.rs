use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::Markup;
use uuid::Uuid;

use super::views::show::{Page, Trouble};
use super::{Here, today};
use crate::actions::ActionError;
use crate::actions::follow_up::open_said;
use crate::app::App;
use crate::domain::contact::{Contact, Said};
use crate::domain::reply::{Reply, silence};
use crate::storage::contacts::list_follow_ups;
use crate::storage::{contacts, deliveries, replies};
use crate::web::error::WebError;
use crate::web::studio::editor;
use crate::web::studio::member::Present;

/// The contacts with an addressee, opened.
async fn opened(app: &App, here: &Here, key: &str) -> Result<Vec<(Contact, Said)>, WebError> {
    let all = contacts::list(app.tools.db.read(), here.campaign.id).await?;
    let of_key = all.into_iter().filter(|one| one.key == key);
    let open = |one: Contact| {
        let said = open_said(&app.tools.vault, &one).map_err(ActionError::from)?;
        Ok((one, said))
    };
    of_key.map(open).collect()
}

pub(super) async fn page(
    app: &App,
    present: &Present,
    (here, key): (&Here, &str),
    trouble: Option<&Trouble>,
) -> Result<Markup, WebError> {
    let (db, campaign) = (app.tools.db.read(), &*here.campaign);
    let addressee = here.addressee(key)?;
    let contacts = opened(app, here, key).await?;
    let replies: Vec<Reply> =
        replies::list(db, campaign.id).await?.into_iter().filter(|reply| reply.key == key).collect();
    let days: Vec<_> = replies.iter().map(|reply| reply.written.day).collect();
    let mut names: HashMap<Uuid, String> = HashMap::new();
    for account in contacts.iter().filter_map(|(one, _)| one.account) {
        if !names.contains_key(&account)
            && let Some(name) = editor::name(app, account).await?
        {
            names.insert(account, name);
        }
    }
    let due = list_follow_ups(db, campaign.id).await?;
    let page = Page {
        app,
        present,
        campaign,
        addressee,
        deliveries: &deliveries::list_to(db, campaign.id, key).await?,
        replies: &replies,
        contacts: &contacts,
        names: &names,
        silent_since: silence(&app.hub.delivered(campaign.id), key, &days, &campaign.zone()),
        due: due.iter().find(|one| one.key == key).map(|one| one.due),
        today: &today(app, present),
        trouble,
    };
    Ok(page.markup())
}

/// The record of an addressee.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, key)): Path<(String, String)>,
) -> Result<Markup, WebError> {
    let here = Here::find(&app, &present, &slug).await?;
    page(&app, &present, (&here, &key), None).await
}

/// The record again, with what was not taken.
pub(super) async fn refused(
    app: &App,
    present: &Present,
    at: (&Here, &str),
    trouble: &Trouble,
) -> Result<Response, WebError> {
    let page = page(app, present, at, Some(trouble)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
