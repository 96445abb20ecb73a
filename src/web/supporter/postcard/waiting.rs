//! What the waiting page does for who wrote a card: the same as for a signature.

use axum::response::Response;
use uuid::Uuid;

use super::composer::Composer;
use super::{fitting, take_in, to_waiting};
use crate::actions::confirm::Outcome;
use crate::actions::{change_address, postcards};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::postcard::{Addressed, NewPostcard};
use crate::domain::refusal::Refusal;
use crate::web::error::WebError;
use crate::web::visitor::Visitor;

/// Confirms by code what the page waits for. Where no code can be right, every one is answered as a wrong one.
pub async fn compare(
    app: &App,
    campaign: &Campaign,
    waiting: Uuid,
    code: &str,
) -> Result<(Outcome, Uuid), WebError> {
    let desk = app.desk();
    let Some(id) = postcards::target_of(&desk, campaign.id, waiting).await? else {
        return Ok((Outcome::WrongCode, waiting));
    };
    let (outcome, count) = postcards::confirm(&desk, campaign, id, Some(code)).await?;
    app.hub.moved(count.as_slice(), desk.now);
    Ok((outcome, id))
}

/// Sends the mail to another address; the refusal where that is none.
pub async fn change_address(
    app: &App,
    visitor: &Visitor,
    (lang, campaign): (Lang, &Campaign),
    waiting: Uuid,
    typed: &str,
) -> Result<Result<Response, Vec<Refusal>>, WebError> {
    let desk = app.desk();
    let composer = Composer::load(app, campaign).await?;
    let (mut form, official) = postcards::form_of(&desk, campaign.id, waiting).await?;
    let old = std::mem::replace(&mut form.person.email, typed.to_owned());
    let new = match form.parse(lang, &app.tools.rules) {
        Ok(new) => new,
        Err(refusals) => return Ok(Err(refusals)),
    };
    // A member was found by the postal code, and is not offered by name.
    let is_named = composer.officials.iter().any(|one| one.id == official);
    let new = NewPostcard { to: if is_named { new.to } else { Addressed::Member }, ..new };
    let official = match fitting(app, (campaign, &composer), &new).await? {
        Ok(official) => official,
        Err(refusals) => return Ok(Err(refusals)),
    };
    let same = change_address::is_same_address(&desk, &old, &new.person.email);
    // Under pressure it brings no proof of work of its own: its code is typed on this very page.
    let other = take_in(app, visitor, campaign, (official, ""), &new).await?;
    if !same {
        postcards::drop_mistyped(&desk, campaign.id, waiting, other).await?;
    }
    Ok(Ok(to_waiting(app, lang, campaign, other)))
}
