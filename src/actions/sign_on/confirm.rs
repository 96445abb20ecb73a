//! Confirming a sign-on: it is then held until staff have vetted it, once, however often the button is pressed.

use uuid::Uuid;

use super::{claim, has_own_mail, open_signatory};
use crate::actions::confirm::Outcome;
use crate::actions::{ActionError, Desk};
use crate::domain::campaign::Campaign;
use crate::domain::sign_on::{Kind, SignOn, State};
use crate::domain::signature::{MAX_CODE_ATTEMPTS, State as Ended};
use crate::storage::{letters, sign_ons};

/// Confirms by the link, or by a code.
pub async fn confirm(
    desk: &Desk<'_>,
    campaign: &Campaign,
    id: Uuid,
    code: Option<&str>,
) -> Result<Outcome, ActionError> {
    let tx = desk.db.write().await?;
    letters::lock(&*tx, campaign.id).await?;
    let found = sign_ons::find_to_change(&*tx, campaign.id, id).await?;
    let Some(mut one) = found else { return Ok(Outcome::Gone) };
    if let Some(outcome) = judge(desk, campaign, &one, code.is_some()) {
        return Ok(outcome);
    }
    let is_right = code.is_none_or(|code| desk.has_code((one.campaign, one.id), one.mails, code));
    if !is_right {
        one.code_attempts += 1;
        sign_ons::save(&*tx, &one).await?;
        tx.commit().await?;
        return Ok(Outcome::WrongCode);
    }
    if one.state == State::Pending {
        (one.state, one.confirmed_at) = (State::Held, Some(desk.now));
        // Mail at the organisation's own domain shows who may speak for it; else the first whom staff vet holds its place.
        if one.kind == Kind::Organisation && has_own_mail(&open_signatory(desk.vault, &one)?) {
            claim(&*tx, &mut one).await?;
        }
        sign_ons::save(&*tx, &one).await?;
        tx.commit().await?;
    }
    Ok(Outcome::Confirmed)
}

/// What there is to say before anything is changed.
fn judge(desk: &Desk<'_>, campaign: &Campaign, one: &SignOn, by_code: bool) -> Option<Outcome> {
    match one.state {
        State::Withdrawn => Some(Outcome::Ended(Ended::Withdrawn)),
        State::Disowned => Some(Outcome::Ended(Ended::Disowned)),
        State::Repeat => Some(Outcome::Gone),
        _ if by_code && one.code_attempts >= MAX_CODE_ATTEMPTS => Some(Outcome::CodeSpent),
        State::Held | State::Vetted | State::Declined => (!by_code).then_some(Outcome::Confirmed),
        State::Pending if desk.now >= one.expires_at => Some(Outcome::Gone),
        State::Pending if !campaign.confirms(desk.now) => Some(Outcome::TooLate),
        State::Pending if !by_code && one.code_only => Some(Outcome::CodeNeeded),
        State::Pending => None,
    }
}

/// The sign-on whose code a waiting page takes: its own, or that of the same address. None where it is somebody else's.
pub async fn target_of(desk: &Desk<'_>, campaign: i32, waiting: Uuid) -> Result<Option<Uuid>, ActionError> {
    let row = sign_ons::find(desk.db.read(), campaign, waiting).await?.ok_or(ActionError::Gone)?;
    match row.repeat_of {
        Some(holder) => Ok(row.own.then_some(holder)),
        None => Ok(Some(waiting)),
    }
}
