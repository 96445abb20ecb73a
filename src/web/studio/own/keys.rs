use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use uuid::Uuid;

use super::views::keys::Page;
use crate::actions::accounts::AccountError;
use crate::actions::accounts::carrier_keys::{
    Fault, Typed, Unusable, add_carrier_key, list_carrier_keys, remove_carrier_key,
};
use crate::app::App;
use crate::domain::carrier::MOST;
use crate::domain::lang::Lang;
use crate::domain::role::Act;
use crate::i18n::t;
use crate::paths;
use crate::storage::{accounts, carrier_keys};
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::Faults;

async fn page(app: &App, present: &Present, typed: &Typed, faults: &Faults) -> Result<Markup, WebError> {
    let own = [present.member.account.id];
    let keys = list_carrier_keys(app.tools.db.read(), &app.tools.vault, &own).await?;
    Ok(Page { app, present, keys: &keys, typed, faults }.markup())
}

/// Those who carry packages; whoever puts a key here decides who can read what they carry, so they prove who they are.
async fn must(app: &App, present: &Present) -> Result<(), WebError> {
    present.must_here(app, Act::MakeDeliveries).await?;
    present.recently(app, paths::STUDIO_KEYS)
}

pub async fn index(State(app): State<Arc<App>>, present: Present) -> Result<Markup, WebError> {
    must(&app, &present).await?;
    page(&app, &present, &Typed::default(), &Faults::new()).await
}

fn words(lang: Lang, fault: Fault) -> (&'static str, String) {
    match fault {
        Fault::Label(_) => ("label", t!(lang, "keys-label-refused")),
        Fault::Key(Unusable::Missing) => ("key", t!(lang, "keys-missing")),
        Fault::Key(Unusable::Secret) => ("key", t!(lang, "keys-secret")),
        Fault::Key(Unusable::Kind) => ("key", t!(lang, "keys-kind")),
        Fault::Key(Unusable::Size) => ("key", t!(lang, "keys-size")),
        Fault::Key(Unusable::Wrong) => ("key", t!(lang, "keys-wrong")),
        Fault::Double => ("key", t!(lang, "keys-double")),
        Fault::TooMany => ("key", t!(lang, "keys-too-many", most = MOST)),
    }
}

/// Adds a key. A secret one that was pasted by mistake is shown to nobody again, not even to whoever pasted it.
pub async fn create(
    State(app): State<Arc<App>>,
    present: Present,
    mut fields: Fields,
) -> Result<Response, WebError> {
    must(&app, &present).await?;
    let mut typed = Typed { label: fields.take("label"), key: fields.take("key") };
    let whose = (present.member.account.id, present.member.organisation.id);
    let Err(faults) = add_carrier_key(&app.desk(), whose, &typed).await? else {
        return Ok(Redirect::to(paths::STUDIO_KEYS).into_response());
    };
    if faults.contains(&Fault::Key(Unusable::Secret)) {
        typed.key.clear();
    }
    let faults: Faults = faults.into_iter().map(|fault| words(present.lang, fault)).collect();
    let page = page(&app, &present, &typed, &faults).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// One's own only: what is somebody else's is not there.
pub async fn destroy(
    State(app): State<Arc<App>>,
    present: Present,
    Path(id): Path<String>,
) -> Result<Redirect, WebError> {
    present.must_here(&app, Act::MakeDeliveries).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    match remove_carrier_key(&app.desk(), present.member.account.id, id).await {
        Err(AccountError::Unknown) => Err(missing(&app, &present, id).await?),
        removed => Ok(removed.map(|()| Redirect::to(paths::STUDIO_KEYS))?),
    }
}

/// For what is not one's own: that of somebody of another organisation is put on record.
async fn missing(app: &App, present: &Present, id: Uuid) -> Result<WebError, WebError> {
    let db = app.tools.db.read();
    if let Some(key) = carrier_keys::find(db, id).await?
        && let Some(organisation) = accounts::find_organisation(db, key.account).await?
        && organisation != present.member.organisation.id
    {
        present.must(app, Act::MakeDeliveries, organisation).await?;
    }
    Ok(WebError::NotFound)
}
