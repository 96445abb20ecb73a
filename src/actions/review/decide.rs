use uuid::Uuid;

use crate::actions::{ActionError, Desk, deliveries};
use crate::domain::judgement::{Judgement, UNDONE_WITHIN};
use crate::domain::ruling::Ruling;
use crate::domain::signature::{Signature, State};
use crate::domain::tally::Change;
use crate::storage::tallies::Count;
use crate::storage::{Transaction, decisions, endings, holds, repeats, signatures, tallies};

/// Carries a ruling out on some signatures, in the transaction of whoever asks. Returns how many it changed, and the count
/// where it moved. What is no longer as it was when the ruling was made is left alone.
pub(super) async fn decide(
    tx: &Transaction,
    desk: &Desk<'_>,
    ruling: &Ruling,
    ids: Vec<Uuid>,
) -> Result<(i64, Option<Count>), ActionError> {
    // The count is locked before the signatures, as in confirming, so that two nodes never wait for each other.
    let count = tallies::find_to_change(&**tx, ruling.campaign).await?;
    let found = signatures::list_to_change(&**tx, ruling.campaign, ids).await?;
    let known = found.iter().map(|signature| signature.id).collect();
    let decided = decisions::latest(&**tx, ruling.campaign, known).await?;
    let since =
        |signature: &Signature| decided.get(&signature.id).is_some_and(|(_, at)| *at > ruling.frozen_at);
    let meant: Vec<Signature> = found
        .into_iter()
        .filter(|signature| ruling.judgement.changes(signature.state) && !since(signature))
        .collect();
    if meant.is_empty() {
        return Ok((0, None));
    }
    let ids: Vec<Uuid> = meant.iter().map(|signature| signature.id).collect();
    decisions::insert(&**tx, ruling, ids.clone(), desk.now + UNDONE_WITHIN).await?;
    change(tx, desk, ruling, &ids, count).await?;
    let change = moved(ruling.judgement, &meant, desk);
    let many = i64::try_from(meant.len()).unwrap_or(i64::MAX);
    if change == Change::default() {
        return Ok((many, None));
    }
    Ok((many, Some(tallies::apply(&**tx, ruling.campaign, &change, desk.now).await?)))
}

async fn change(
    tx: &Transaction,
    desk: &Desk<'_>,
    ruling: &Ruling,
    ids: &[Uuid],
    count: Count,
) -> Result<(), ActionError> {
    match ruling.judgement {
        Judgement::Hold => {
            holds::hold(&**tx, ruling.campaign, ids.to_vec()).await?;
            deliveries::forget(tx, desk, ruling.campaign, ids.to_vec()).await?;
        }
        Judgement::Release => {
            let places = (count.online + 1..).zip(ids).map(|(place, id)| (*id, place)).collect();
            let held = (State::Held, State::Confirmed);
            signatures::confirm(&**tx, ruling.campaign, places, held, desk.now).await?;
            // Whoever was on a roll before they were held stands there again.
            deliveries::retell(tx, desk, ruling.campaign, ids.to_vec()).await?;
        }
        Judgement::Invalidate => {
            let to = ruling.judgement.leads_to();
            endings::end_all(&**tx, ruling.campaign, ids.to_vec(), to, desk.now).await?;
            repeats::delete_of_all(&**tx, ruling.campaign, ids.to_vec()).await?;
            deliveries::forget(tx, desk, ruling.campaign, ids.to_vec()).await?;
        }
    }
    Ok(())
}

/// How the count moves: those that were counted leave it, and those that are released join it.
fn moved(judgement: Judgement, meant: &[Signature], desk: &Desk<'_>) -> Change {
    let mut change = Change::default();
    for signature in meant {
        if let Some(counted) = signature.counted() {
            change.remove(&counted);
        }
        if judgement == Judgement::Release {
            let released =
                Signature { state: State::Confirmed, confirmed_at: Some(desk.now), ..signature.clone() };
            if let Some(counted) = released.counted() {
                change.add(&counted);
            }
        }
    }
    change
}
