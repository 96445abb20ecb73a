//! Confirming: a pending signature is confirmed and counted in one transaction, once, however often it is asked.

use std::collections::BTreeMap;
use std::mem::take;
use std::sync::Arc;

use uuid::Uuid;

use super::{ActionError, Desk};
use crate::domain::campaign::Campaign;
use crate::domain::moment::Moment;
use crate::domain::signature::{MAX_CODE_ATTEMPTS, Signature, State};
use crate::domain::tally::Change;
use crate::storage::signatures::Places;
use crate::storage::tallies::Count;
use crate::storage::{Connection, StorageError, repeats, signatures, tallies};

/// Someone pressed the button, or typed a code.
#[derive(Clone)]
pub struct Request {
    pub campaign: Arc<Campaign>,
    pub id: Uuid,
    /// The code typed; none where the link itself is the proof.
    pub code: Option<String>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Confirmed, now or before.
    Confirmed,
    /// It had ended before: withdrawn, disowned or struck out.
    Ended(State),
    /// It waited longer than it may, or is unknown.
    Gone,
    /// The campaign has been closed for longer than a day.
    TooLate,
    WrongCode,
    /// The link alone is not enough for this one: its code must be typed too.
    CodeNeeded,
    /// Too many wrong codes since the last mail.
    CodeSpent,
}

/// Confirms a group in one transaction. Answers are in the order of the requests; counts are those that moved.
pub async fn confirm_all(
    db: &impl Connection,
    desk: &Desk<'_>,
    requests: &[Request],
) -> Result<(Vec<Outcome>, Vec<Count>), StorageError> {
    let mut by_campaign: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (at, request) in requests.iter().enumerate() {
        by_campaign.entry(request.campaign.id).or_default().push(at);
    }
    let mut outcomes = vec![Outcome::Gone; requests.len()];
    let mut counts = Vec::new();
    for (campaign, places) in by_campaign {
        // The count is locked first, everywhere, so that two nodes never wait for each other.
        let count = tallies::find_to_change(db, campaign).await?;
        let ids = places.iter().map(|at| requests[*at].id).collect();
        let found = signatures::list_to_change(db, campaign, ids).await?;
        let mut poll = Poll {
            desk,
            rows: found.into_iter().map(|row| (row.id, row)).collect(),
            count,
            change: Change::default(),
            confirmed: Vec::new(),
            held: Vec::new(),
        };
        for at in places {
            outcomes[at] = poll.confirm(db, &requests[at]).await?;
        }
        poll.store(db, campaign).await?;
        if poll.change != Change::default() {
            counts.push(tallies::apply(db, campaign, &poll.change, desk.now).await?);
        }
    }
    Ok((outcomes, counts))
}

/// The signatures and the count of one campaign while a group is confirmed.
struct Poll<'a> {
    desk: &'a Desk<'a>,
    rows: BTreeMap<Uuid, Signature>,
    count: Count,
    change: Change,
    /// Who is counted from now on, and who waits for review, each with a place.
    confirmed: Places,
    held: Places,
}

impl Poll<'_> {
    async fn confirm(&mut self, db: &impl Connection, request: &Request) -> Result<Outcome, StorageError> {
        let Some(row) = self.rows.get_mut(&request.id) else { return Ok(Outcome::Gone) };
        if let Some(refused) = judge(row, &request.campaign, self.desk.now, request.code.is_some()) {
            return Ok(refused);
        }
        if request.code.is_none() && row.code_only {
            return Ok(Outcome::CodeNeeded);
        }
        if let Some(code) = &request.code
            && !matches(self.desk, row, code)
        {
            row.code_attempts += 1;
            signatures::count_wrong_code(db, row.campaign, row.id).await?;
            return Ok(Outcome::WrongCode);
        }
        if row.state != State::Pending {
            return Ok(Outcome::Confirmed);
        }
        row.state = if row.hold_reason.is_some() { State::Held } else { State::Confirmed };
        let place = self.count.online + self.change.online + 1;
        if row.state == State::Held {
            self.held.push((row.id, place));
            return Ok(Outcome::Confirmed);
        }
        self.confirmed.push((row.id, place));
        self.change.add(&row.counted_from(self.desk.now));
        Ok(Outcome::Confirmed)
    }

    /// Writes down what was confirmed. The rows are kept from others since they were read, so each is as it was;
    /// should one not be, nothing of the group is.
    async fn store(&mut self, db: &impl Connection, campaign: i32) -> Result<(), StorageError> {
        let now = self.desk.now;
        for (to, places) in
            [(State::Confirmed, take(&mut self.confirmed)), (State::Held, take(&mut self.held))]
        {
            let asked = places.len() as u64;
            if signatures::confirm(db, campaign, places, (State::Pending, to), now).await? < asked {
                return Err(StorageError::overtaken());
            }
        }
        Ok(())
    }
}

/// Why a signature cannot be confirmed, if so. One confirmed before is no refusal to its link, but a code that has done
/// its work is worth no more guesses.
fn judge(row: &Signature, campaign: &Campaign, now: Moment, by_code: bool) -> Option<Outcome> {
    match row.state {
        State::Withdrawn | State::Disowned | State::Invalidated => Some(Outcome::Ended(row.state)),
        State::Confirmed | State::Held if !by_code => Some(Outcome::Confirmed),
        _ if by_code && row.code_attempts >= MAX_CODE_ATTEMPTS => Some(Outcome::CodeSpent),
        State::Pending if now >= row.expires_at => Some(Outcome::Gone),
        State::Pending if !campaign.confirms(now) => Some(Outcome::TooLate),
        State::Pending | State::Confirmed | State::Held => None,
    }
}

/// The code of every mail counts: there are five at the most, with five guesses each.
fn matches(desk: &Desk<'_>, row: &Signature, code: &str) -> bool {
    desk.has_code((row.campaign, row.id), row.mails, code)
}

/// The signature whose code the waiting page takes: its own, or that of the same person. None where the address is
/// somebody else's.
pub async fn signature_of(
    desk: &Desk<'_>,
    campaign: i32,
    waiting: Uuid,
) -> Result<Option<Uuid>, ActionError> {
    if signatures::find(desk.db.read(), campaign, waiting).await?.is_some() {
        return Ok(Some(waiting));
    }
    let repeat = repeats::find(desk.db.read(), campaign, waiting).await?.ok_or(ActionError::Gone)?;
    Ok(repeat.own.then_some(repeat.signature))
}
