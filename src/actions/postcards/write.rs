use uuid::Uuid;

use super::ask::ask_again;
use super::{mail, marks, seat};
use crate::actions::sign_on::is_proved;
use crate::actions::{ActionError, Desk};
use crate::domain::defence::Shown;
use crate::domain::household::{Holder, Verdict, judge};
use crate::domain::postcard::{Marks, NewPostcard, Postcard, State};
use crate::storage::outbox::{self, Kind as Mail, Owed};
use crate::storage::tallies::Count;
use crate::storage::{StorageError, Transaction, card_offers, postcards};

/// What became of the card of somebody who is known already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is written.
    Written(Uuid),
    /// They had written to this official before.
    Before(Uuid),
    /// Others at their address have.
    Shared,
}

/// Stores a card and queues its mail, or, for one that is there already, a mail to whoever wrote that. Returns the row that
/// the waiting page speaks of.
pub async fn write(
    desk: &Desk<'_>,
    campaign: i32,
    official: Uuid,
    new: &NewPostcard,
    shown: Shown,
) -> Result<Uuid, ActionError> {
    let mut row = row(desk, (campaign, official), new);
    let id = row.id;
    let tx = desk.db.write().await?;
    // Of two who write at once, one waits here.
    card_offers::find_to_change(&*tx, campaign).await?.ok_or(ActionError::Gone)?;
    row.code_only = shown != Shown::Calm && !is_proved(&tx, shown).await?;
    let (holders, verdict) = holders(&tx, &row).await?;
    let mails = match verdict {
        Verdict::New { slot } => {
            row.slot = Some(slot);
            postcards::insert(&*tx, &row).await?;
            vec![mail(desk, &row, Mail::Postcard, 1)]
        }
        Verdict::Same(holder) => repeat(&tx, desk, row, (pick(holders, holder), true)).await?,
        Verdict::Taken(holder) => repeat(&tx, desk, row, (pick(holders, holder), false)).await?,
    };
    outbox::insert(&*tx, mails).await?;
    tx.commit().await?;
    Ok(id)
}

/// Stores the card of somebody whose address is confirmed already, by their signature: it needs no mail.
pub async fn write_confirmed(
    desk: &Desk<'_>,
    campaign: i32,
    official: Uuid,
    new: &NewPostcard,
) -> Result<(Known, Option<Count>), ActionError> {
    let mut row = row(desk, (campaign, official), new);
    (row.state, row.confirmed_at, row.mails) = (State::Verified, Some(desk.now), 0);
    let tx = desk.db.write().await?;
    super::count::lock(&tx, campaign).await?;
    card_offers::find_to_change(&*tx, campaign).await?.ok_or(ActionError::Gone)?;
    let slot = match holders(&tx, &row).await?.1 {
        Verdict::New { slot } => slot,
        // What was sent and not confirmed gives way to what is.
        Verdict::Same(before) if before.pending => {
            postcards::delete_repeats(&*tx, campaign, before.signature).await?;
            postcards::delete(&*tx, campaign, before.signature).await?;
            before.slot
        }
        Verdict::Same(before) => return Ok((Known::Before(before.signature), None)),
        Verdict::Taken(_) => return Ok((Known::Shared, None)),
    };
    row.slot = Some(slot);
    postcards::insert(&*tx, &row).await?;
    let count = super::count::moved(&tx, desk, campaign, i64::from(row.is_counted())).await?;
    tx.commit().await?;
    Ok((Known::Written(row.id), count))
}

fn row(desk: &Desk<'_>, (campaign, official): (i32, Uuid), new: &NewPostcard) -> Postcard {
    let id = desk.id();
    let (person, written) = (&new.person, new.written());
    let country = person.country.as_str();
    Postcard {
        campaign,
        id,
        official,
        design: new.design,
        state: State::Pending,
        lang: person.lang,
        sender: new.sender,
        sealed: desk.vault.seal(seat(campaign, id), &written),
        marks: Some(marks(desk, &written.person, country)),
        slot: None,
        country: country.to_owned(),
        doubts: desk.rules.doubts.of(&written.message, &written.person),
        updates_since: person.updates.then_some(desk.now),
        hold_reason: person.hold_reason.map(|reason| reason.as_str().to_owned()),
        mails: 1,
        code_attempts: 0,
        code_only: false,
        repeat_of: None,
        own: false,
        created_at: desk.now,
        expires_at: desk.lapse(),
        confirmed_at: None,
        decided_at: None,
        because: None,
        told: None,
        batched_at: None,
        printed_at: None,
        sent_at: None,
        acknowledged_at: None,
        ended_at: None,
    }
}

/// Who takes the places of this address for this official, and what that means for another card.
async fn holders(tx: &Transaction, row: &Postcard) -> Result<(Vec<Postcard>, Verdict), StorageError> {
    let Some(Marks { email, name, postal }) = row.marks else {
        return Ok((Vec::new(), Verdict::New { slot: 0 }));
    };
    let found = postcards::list_holders(&**tx, row.campaign, row.official, email).await?;
    let holder = |one: &Postcard| {
        let (marks, slot) = one.marks.zip(one.slot)?;
        let (name, postal, pending) = (marks.name, marks.postal, one.state == State::Pending);
        Some(Holder { signature: one.id, slot, name, postal, pending })
    };
    let holders: Vec<Holder> = found.iter().filter_map(holder).collect();
    Ok((found, judge(&holders, name, postal)))
}

fn pick(holders: Vec<Postcard>, holder: Holder) -> Option<Postcard> {
    holders.into_iter().find(|one| one.id == holder.signature)
}

/// Keeps a form that was sent again, and says so to whoever has the place.
async fn repeat(
    tx: &Transaction,
    desk: &Desk<'_>,
    mut row: Postcard,
    (holder, own): (Option<Postcard>, bool),
) -> Result<Vec<Owed>, StorageError> {
    let Some(mut holder) = holder else { return Ok(Vec::new()) };
    let mails = if own && holder.state == State::Pending {
        // The more private choice holds, as long as nobody has confirmed who they are.
        holder.updates_since = holder.updates_since.and(row.updates_since);
        holder.code_only &= row.code_only;
        ask_again(tx, desk, &mut holder).await?
    } else {
        vec![mail(desk, &holder, if own { Mail::PostcardAgain } else { Mail::PostcardTaken }, 0)]
    };
    (row.state, row.repeat_of, row.own) = (State::Repeat, Some(holder.id), own);
    postcards::insert(&**tx, &row).await?;
    Ok(mails)
}
