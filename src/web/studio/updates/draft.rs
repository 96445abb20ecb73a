use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::found;
use super::views::draft::{Page, Trouble, Typed};
use crate::actions::bulletins::BulletinError;
use crate::actions::bulletins::write;
use crate::app::App;
use crate::domain::bulletin::{Bulletin, Piece, languages};
use crate::domain::campaign::Campaign;
use crate::domain::tag::Tag;
use crate::paths;
use crate::web::error::WebError;
use crate::web::form::Fields;
use crate::web::studio::member::Present;

/// What is written of it so far, language by language.
fn written(campaign: &Campaign, bulletin: &Bulletin) -> Vec<Typed> {
    let typed = |tag: Tag| {
        let Piece { title, body } = bulletin.draft.piece(tag.as_str()).clone();
        Typed { tag, title, body }
    };
    languages(campaign).into_iter().map(typed).collect()
}

pub async fn edit(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
) -> Result<Markup, WebError> {
    let found = found(&app, &present, &path).await?;
    let (campaign, bulletin, outdated) = (&*found.campaign, &found.bulletin, &*found.outdated);
    let typed = written(campaign, bulletin);
    Ok(Page { app: &app, present: &present, campaign, bulletin, outdated, typed: &typed, trouble: None }
        .markup())
}

/// Saves it. Whoever had an older one before them is told, with both before them; the next saving is theirs to decide.
pub async fn update(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path).await?;
    let (campaign, bulletin, outdated) = (&*found.campaign, &found.bulletin, &*found.outdated);
    let typed: Vec<Typed> = languages(campaign)
        .into_iter()
        .map(|tag| {
            let (title, body) = (fields.take(&format!("title_{tag}")), fields.take(&format!("body_{tag}")));
            Typed { tag, title, body }
        })
        .collect();
    let page = |bulletin: &Bulletin, trouble| {
        let trouble = Some(trouble);
        Page { app: &app, present: &present, campaign, bulletin, outdated, typed: &typed, trouble }.markup()
    };
    let bad: Vec<&Tag> = typed.iter().filter(|one| one.parse().is_none()).map(|one| &one.tag).collect();
    if !bad.is_empty() {
        let page = page(bulletin, Trouble::Refused(&bad));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let draft = typed.iter().filter_map(|one| Some((one.tag.to_string(), one.parse()?))).collect();
    let revision = fields.take("revision").parse().map_err(|_| WebError::BadRequest)?;
    match write::write(&app.desk(), found.on(&present), &draft, revision).await {
        Ok(()) => {
            let (slug, number) = (&*campaign.slug, bulletin.number);
            let to = match &*fields.take("then") {
                "preview" => paths::studio_update_part(slug, number, "preview"),
                _ => paths::studio_update(slug, number),
            };
            Ok(Redirect::to(&to).into_response())
        }
        Err(BulletinError::Overtaken(newest)) => {
            Ok((StatusCode::CONFLICT, page(&newest, Trouble::Overtaken)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Deletes one that was never published.
pub async fn discard(
    State(app): State<Arc<App>>,
    present: Present,
    Path(path): Path<(String, String)>,
) -> Result<Response, WebError> {
    let found = found(&app, &present, &path).await?;
    present.recently(&app, &paths::studio_update(&found.campaign.slug, found.bulletin.number))?;
    write::discard(&app.desk(), found.on(&present)).await?;
    Ok(Redirect::to(&paths::studio_updates(&found.campaign.slug)).into_response())
}
