//! Confirming a card: it then waits for moderators, once, however often the button is pressed.

use uuid::Uuid;

use super::count;
use crate::actions::confirm::Outcome;
use crate::actions::{ActionError, Desk};
use crate::domain::campaign::Campaign;
use crate::domain::postcard::{Postcard, State};
use crate::domain::signature::{MAX_CODE_ATTEMPTS, State as Ended};
use crate::storage::postcards;
use crate::storage::tallies::Count;

/// Confirms by the link, or by a code.
pub async fn confirm(
    desk: &Desk<'_>,
    campaign: &Campaign,
    id: Uuid,
    code: Option<&str>,
) -> Result<(Outcome, Option<Count>), ActionError> {
    let tx = desk.db.write().await?;
    count::lock(&tx, campaign.id).await?;
    let found = postcards::find_to_change(&*tx, campaign.id, id).await?;
    let Some(mut one) = found else { return Ok((Outcome::Gone, None)) };
    if let Some(outcome) = judge(desk, campaign, &one, code.is_some()) {
        return Ok((outcome, None));
    }
    if !code.is_none_or(|code| desk.has_code((one.campaign, one.id), one.mails, code)) {
        one.code_attempts += 1;
        postcards::save(&*tx, &one).await?;
        tx.commit().await?;
        return Ok((Outcome::WrongCode, None));
    }
    let mut moved = None;
    if one.state == State::Pending {
        (one.state, one.confirmed_at) = (State::Verified, Some(desk.now));
        postcards::save(&*tx, &one).await?;
        moved = count::moved(&tx, desk, campaign.id, i64::from(one.is_counted())).await?;
        tx.commit().await?;
    }
    Ok((Outcome::Confirmed, moved))
}

/// What there is to say before anything is changed.
fn judge(desk: &Desk<'_>, campaign: &Campaign, one: &Postcard, by_code: bool) -> Option<Outcome> {
    match one.state {
        State::Withdrawn => Some(Outcome::Ended(Ended::Withdrawn)),
        State::Disowned => Some(Outcome::Ended(Ended::Disowned)),
        State::Repeat => Some(Outcome::Gone),
        _ if by_code && one.code_attempts >= MAX_CODE_ATTEMPTS => Some(Outcome::CodeSpent),
        State::Pending if desk.now >= one.expires_at => Some(Outcome::Gone),
        State::Pending if !campaign.confirms(desk.now) => Some(Outcome::TooLate),
        State::Pending if !by_code && one.code_only => Some(Outcome::CodeNeeded),
        State::Pending => None,
        _ => (!by_code).then_some(Outcome::Confirmed),
    }
}

/// The card whose code a waiting page takes: its own, or that of the same person. None where it is somebody else's.
pub async fn target_of(desk: &Desk<'_>, campaign: i32, waiting: Uuid) -> Result<Option<Uuid>, ActionError> {
    let row = postcards::find(desk.db.read(), campaign, waiting).await?.ok_or(ActionError::Gone)?;
    match row.repeat_of {
        Some(holder) => Ok(row.own.then_some(holder)),
        None => Ok(Some(waiting)),
    }
}
