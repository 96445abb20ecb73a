use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::form::{Fault, Typed};
use super::views::signature::{Decided, Page};
use super::{Colleagues, actor};
use crate::actions::ActionError;
use crate::actions::review::{Order, judge as judging, look};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::person::Person;
use crate::domain::role::Act;
use crate::domain::signature::State as Stand;
use crate::paths;
use crate::storage::{decisions, reviews, rulings};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

/// What a page shows besides the signature itself.
#[derive(Default)]
struct Shown<'a> {
    person: Option<&'a Person>,
    typed: Typed,
    faults: &'a [Fault],
}

async fn page(
    app: &App,
    present: &Present,
    (campaign, id): (&Campaign, Uuid),
    shown: Shown<'_>,
) -> Result<Response, WebError> {
    let db = app.tools.db.read();
    let Some(seen) = reviews::find(db, campaign.id, id).await? else {
        present.must_own(app, Act::JudgeSignatures, &[id]).await?;
        return Err(WebError::NotFound);
    };
    let colleagues = Colleagues::of(app, present).await?;
    let mut decided = Vec::new();
    for (ruling, undone_at) in decisions::list_of(db, campaign.id, id).await? {
        if let Some(ruling) = rulings::find(db, campaign.id, ruling).await? {
            let by = colleagues.name(&ruling.actor).to_owned();
            decided.push(Decided { ruling, by, undone_at });
        }
    }
    let page = Page {
        app,
        present,
        campaign,
        seen: &seen,
        decided: &decided,
        person: shown.person,
        typed: &shown.typed,
        faults: shown.faults,
    };
    let status = if shown.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page.markup()).into_response())
}

fn parse(id: &str) -> Result<Uuid, WebError> {
    id.parse().map_err(|_| WebError::NotFound)
}

/// One signature, without the person.
pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeSignatures).await?;
    page(&app, &present, (&campaign, parse(&id)?), Shown::default()).await
}

/// The same with the person, which is put on record.
pub async fn person(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeSignatures).await?;
    let id = parse(&id)?;
    let person = match look::look(&app.desk(), campaign.id, id, &actor(&present)).await {
        Ok(person) => Some(person),
        // Their person has left: the page says so.
        Err(ActionError::Gone) => None,
        Err(error) => return Err(error.into()),
    };
    page(&app, &present, (&campaign, id), Shown { person: person.as_ref(), ..Shown::default() }).await
}

pub async fn judge(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let campaign = present.campaign(&app, &slug, Act::JudgeSignatures).await?;
    let id = parse(&id)?;
    let (typed, seen) = (Typed::from(&mut fields), Stand::parse(&fields.take("seen")));
    let (judgement, ground, note) = match typed.parse() {
        Ok(parsed) => parsed,
        Err(faults) => {
            let shown = Shown { typed, faults: &faults, ..Shown::default() };
            return page(&app, &present, (&campaign, id), shown).await;
        }
    };
    let actor = actor(&present);
    let order = Order { campaign: campaign.id, judgement, ground, note: &note, actor: &actor };
    match judging::judge(&app.desk(), order, id, seen).await {
        Ok(count) => {
            app.hub.moved(count.as_slice(), app.tools.clock.now());
            Ok(Redirect::to(&paths::studio_signature(&slug, id)).into_response())
        }
        Err(ActionError::Gone) => {
            let shown = Shown { typed, faults: &[Fault::Overtaken], ..Shown::default() };
            page(&app, &present, (&campaign, id), shown).await
        }
        Err(error) => Err(error.into()),
    }
}
