use std::collections::BTreeSet;

use uuid::Uuid;

use super::{On, RECEIVER, indexes, open_mailbox, record};
use crate::actions::accounts::By;
use crate::actions::{ActionError, Desk};
use crate::domain::email::EmailAddress;
use crate::domain::report::{Because, Report, State};
use crate::storage::Transaction;
use crate::storage::reports::{self, receivers};

/// As whom the record names who ends their own reports.
const SELF: By<'static> = By::Program("receiver");

/// The address of a receiver gets no more reports of the campaign, by its owner's wish. As often as it is asked; of one that is
/// gone there is nothing left to end.
pub async fn leave(desk: &Desk<'_>, campaign: i32, receiver: Uuid) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    leave_in(&tx, desk, campaign, receiver).await?;
    tx.commit().await?;
    Ok(())
}

/// The same, as a part of what else is done.
pub(in crate::actions) async fn leave_in(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    receiver: Uuid,
) -> Result<(), ActionError> {
    let found = receivers::find(&**tx, campaign, receiver).await?;
    // Of an address that is forgotten the wish stays: nobody has added it again since.
    let Some(found) = found.filter(|one| !one.is_forgotten()) else { return Ok(()) };
    let mailbox = open_mailbox(desk.vault, &found)?;
    let at = EmailAddress::parse(&mailbox.email)
        .map_or_else(|_| desk.vault.indexes(RECEIVER, &[&mailbox.email]), |email| indexes(desk, &email));
    // Held first, in their order, as whoever changes one does.
    let of: BTreeSet<i32> =
        receivers::list_at(&**tx, &[campaign], &at).await?.iter().map(|one| one.report).collect();
    let mut held = Vec::with_capacity(of.len());
    for report in of {
        held.extend(reports::find_to_change(&**tx, (campaign, report)).await?);
    }
    let left = receivers::leave(&**tx, campaign, &at, desk.now).await?;
    let mut acts = Vec::new();
    for one in held.into_iter().filter(|one| left.contains(&one.number)) {
        acts.push((one.number, "leave_report", String::new()));
        acts.extend(rest(tx, desk, one).await?);
    }
    for (report, act, detail) in acts {
        record(tx, desk, On { of: (campaign, report), by: SELF }, act, detail).await?;
    }
    Ok(())
}

/// What is to be put on record.
type Acted = (i32, &'static str, String);

/// A report that is held and that nobody gets any more pauses by itself.
async fn rest(tx: &Transaction, desk: &Desk<'_>, one: Report) -> Result<Option<Acted>, ActionError> {
    let of = (one.campaign, one.number);
    if one.state != State::On || receivers::count_active(&**tx, of).await? > 0 {
        return Ok(None);
    }
    let (number, revision, because) = (one.number, one.revision + 1, Because::NoReceiver);
    let paused =
        Report { state: State::Paused, because: Some(because), revision, changed_at: desk.now, ..one };
    reports::save(&**tx, &paused).await?;
    Ok(Some((number, "pause_report", because.as_str().to_owned())))
}

/// Forgets a receiver, who asked to have what is held about them erased. That they want no more is known on, by a keyed hash.
pub async fn drop_receiver(desk: &Desk<'_>, campaign: i32, receiver: Uuid) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let Some(found) = receivers::find(&*tx, campaign, receiver).await? else { return Ok(()) };
    let of = (campaign, found.report);
    let held = reports::find_to_change(&*tx, of).await?;
    if found.left_at.is_some() {
        receivers::blank(&*tx, found.id).await?;
    } else {
        receivers::delete(&*tx, found.id).await?;
    }
    let acted = match held {
        Some(one) => rest(&tx, desk, one).await?,
        None => None,
    };
    if let Some((_, act, detail)) = acted {
        record(&tx, desk, On { of, by: SELF }, act, detail).await?;
    }
    tx.commit().await?;
    Ok(())
}
