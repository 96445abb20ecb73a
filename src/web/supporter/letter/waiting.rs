//! What the waiting page does for who signed the open letter: the same as for a signature.

use axum::response::Response;
use uuid::Uuid;

use super::{letter_of, take_in, to_waiting};
use crate::actions::confirm::Outcome;
use crate::actions::{change_address, sign_on};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::refusal::Refusal;
use crate::domain::sign_on::SignOnForm;
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
    let Some(id) = sign_on::target_of(&desk, campaign.id, waiting).await? else {
        return Ok((Outcome::WrongCode, waiting));
    };
    Ok((sign_on::confirm(&desk, campaign, id, Some(code)).await?, id))
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
    let letter = letter_of(app, campaign)?;
    let old = sign_on::form_of(&desk, campaign.id, waiting).await?;
    let mut form = SignOnForm { ..old.clone() };
    typed.clone_into(&mut form.person.email);
    let new = match form.parse(lang, &letter.editions, &app.tools.rules) {
        Ok(new) => new,
        Err(refusals) => return Ok(Err(refusals)),
    };
    let same = change_address::is_same_address(&desk, &old.person.email, &new.person.email);
    // Under pressure it brings no proof of work of its own: its code is typed on this very page.
    let other = take_in(app, visitor, campaign, "", &new).await?;
    if !same {
        sign_on::drop_mistyped(&desk, campaign.id, waiting, other).await?;
    }
    Ok(Ok(to_waiting(app, lang, campaign, other)))
}
