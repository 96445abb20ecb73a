//! One who signed: looking leaves an entry in the audit log.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Deserialize;
use uuid::Uuid;

use super::super::member::Present;
use super::desk::alike;
use super::views::signatory::{Page, Typed};
use crate::actions::accounts::By;
use crate::actions::sign_on::{Edited, edit, has_own_mail, look, open_signatory, seen};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::local_name::{LocalName, lines};
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::role::Act;
use crate::domain::sign_on::{Kind, SignOn};
use crate::paths;
use crate::storage::sign_ons;
use crate::web::error::WebError;
use crate::web::form::Fields;

/// The heaviest and, below zero, the lightest.
const MAX_WEIGHT: i32 = 1000;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    saved: String,
}

/// The campaign and the one of an address, to those who vet there.
async fn found(
    app: &App,
    present: &Present,
    slug: &str,
    id: &str,
) -> Result<(Arc<Campaign>, SignOn), WebError> {
    let campaign = present.campaign(app, slug, Act::VetSignOns).await?;
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let found = sign_ons::find(app.tools.db.read(), campaign.id, id).await?;
    let Some(one) = found.filter(|one| one.state.is_confirmed()) else {
        present.must_own(app, Act::VetSignOns, &[id]).await?;
        return Err(WebError::NotFound);
    };
    Ok((campaign, one))
}

async fn page(
    app: &App,
    present: &Present,
    (campaign, one): (&Campaign, &SignOn),
    typed: &Typed,
    (refusals, saved): (&[Refusal], bool),
) -> Result<Markup, WebError> {
    let by = By::Account(present.member.account.id);
    look(&app.desk(), campaign.id, one.id, by).await?;
    let signatory = open_signatory(&app.tools.vault, one).map_err(|_| WebError::Internal)?;
    let alike = alike(app, campaign.id, std::slice::from_ref(one)).await?.remove(&one.id);
    let page = Page {
        app,
        present,
        campaign,
        one,
        is_own_mail: has_own_mail(&signatory),
        signatory: &signatory,
        alike: alike.as_deref().unwrap_or_default(),
        typed,
        refusals,
        saved,
    };
    Ok(page.markup())
}

fn as_it_stands(app: &App, one: &SignOn) -> Typed {
    let mut names = lines(&one.names);
    if names.is_empty() && one.kind == Kind::Organisation {
        let signed = open_signatory(&app.tools.vault, one).map(|signatory| signatory.organisation);
        names = format!("{}: {}", one.lang, signed.unwrap_or_default());
    }
    Typed { names, weight: one.weight.to_string(), seen: seen(one) }
}

pub async fn show(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, WebError> {
    let (campaign, one) = found(&app, &present, &slug, &id).await?;
    let typed = as_it_stands(&app, &one);
    page(&app, &present, (&campaign, &one), &typed, (&[], !asked.saved.is_empty())).await
}

fn read(one: &SignOn, typed: &Typed) -> Result<Edited, Vec<Refusal>> {
    let weight = typed.weight.trim();
    let weight = if weight.is_empty() { Ok(0) } else { weight.parse::<i32>() };
    let weight = weight.ok().filter(|weight| weight.abs() <= MAX_WEIGHT);
    let refused = Refusal { field: Field::Weight, reason: Reason::NotBetween(-MAX_WEIGHT, MAX_WEIGHT) };
    let names = match one.kind {
        Kind::Organisation => LocalName::parse_lines(&typed.names),
        Kind::Professional => Ok(Vec::new()),
    };
    match (names, weight) {
        (Ok(names), Some(weight)) => Ok(Edited { names, weight, seen: typed.seen.clone() }),
        (names, weight) => {
            let refusals = names.err().into_iter().chain(weight.is_none().then_some(refused));
            Err(refusals.collect())
        }
    }
}

/// Changes how it stands on the list.
pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path((slug, id)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let (campaign, one) = found(&app, &present, &slug, &id).await?;
    let names = fields.take("organisation").replace("\r\n", "\n");
    let typed = Typed { names, weight: fields.take("weight"), seen: fields.take("seen") };
    let mut refusals = match read(&one, &typed) {
        Ok(edited) => {
            let by = By::Account(present.member.account.id);
            if edit(&app.desk(), campaign.id, one.id, edited, by).await? {
                app.learn_letter(campaign.id).await?;
                let saved = format!("{}?saved=yes", paths::studio_sign_on(&slug, one.id));
                return Ok(Redirect::to(&saved).into_response());
            }
            vec![Refusal { field: Field::Weight, reason: Reason::ChangedMeanwhile }]
        }
        Err(refusals) => refusals,
    };
    let (campaign, one) = found(&app, &present, &slug, &id).await?;
    let typed = if refusals.iter().any(|refusal| refusal.reason == Reason::ChangedMeanwhile) {
        refusals.truncate(1);
        as_it_stands(&app, &one)
    } else {
        typed
    };
    let page = page(&app, &present, (&campaign, &one), &typed, (&refusals, false)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
