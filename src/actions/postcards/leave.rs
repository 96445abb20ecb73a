//! How a card ends at the wish of who wrote it, and how its writer is forgotten.

use uuid::Uuid;

use super::count;
use crate::actions::{ActionError, Desk, print_runs};
use crate::domain::moment::Moment;
use crate::domain::postcard::{Postcard, State};
use crate::storage::tallies::Count;
use crate::storage::{Transaction, postcards, suppressions};

/// How many are forgotten in one transaction: signing waits for no more.
const BATCH: u64 = 200;

/// Takes a card back, until it is in a print run: the person is forgotten, a trace without a name kept.
pub async fn withdraw(desk: &Desk<'_>, campaign: i32, id: Uuid) -> Result<Option<Count>, ActionError> {
    let tx = desk.db.write().await?;
    let was = find(&tx, campaign, id).await?;
    if !was.state.is_before_print() {
        return Err(ActionError::Gone);
    }
    let count = end(&tx, desk, &was, State::Withdrawn).await?;
    tx.commit().await?;
    Ok(count)
}

/// "I did not write this": it goes, and this address gets no more mail about this campaign. What is printed already stays
/// counted, since it is there, and names nobody here any more.
pub async fn disown(desk: &Desk<'_>, campaign: i32, id: Uuid) -> Result<Option<Count>, ActionError> {
    let tx = desk.db.write().await?;
    let was = find(&tx, campaign, id).await?;
    let may_end = was.state.is_before_print() || was.state == State::Batched;
    let count = if may_end {
        end(&tx, desk, &was, State::Disowned).await?
    } else {
        forget(&tx, desk, was.clone()).await?
    };
    if let Some(email) = was.email() {
        suppressions::insert(&*tx, campaign, email, State::Disowned.as_str(), desk.now).await?;
    }
    tx.commit().await?;
    Ok(count)
}

/// Deletes a card and all that is known of its writer. One that is in a print run or further stays as a number.
pub async fn erase(desk: &Desk<'_>, campaign: i32, id: Uuid) -> Result<Option<Count>, ActionError> {
    let tx = desk.db.write().await?;
    count::lock(&tx, campaign).await?;
    let Some(was) = postcards::find_to_change(&*tx, campaign, id).await? else { return Ok(None) };
    let mut count = None;
    if was.state.is_under_way() && !was.state.is_before_print() {
        forget(&tx, desk, was).await?;
    } else {
        if was.is_counted() {
            count = count::moved(&tx, desk, campaign, -1).await?;
        }
        postcards::delete_repeats(&*tx, campaign, id).await?;
        postcards::delete(&*tx, campaign, id).await?;
    }
    tx.commit().await?;
    Ok(count)
}

/// One that stands, the count of its campaign locked before it.
async fn find(tx: &Transaction, campaign: i32, id: Uuid) -> Result<Postcard, ActionError> {
    count::lock(tx, campaign).await?;
    let found = postcards::find_to_change(&**tx, campaign, id).await?;
    found.filter(|one| one.state.stands()).ok_or(ActionError::Gone)
}

async fn end(
    tx: &Transaction,
    desk: &Desk<'_>,
    was: &Postcard,
    to: State,
) -> Result<Option<Count>, ActionError> {
    print_runs::forget(tx, desk, was.campaign, was.id).await?;
    let mut one = was.clone();
    one.end(to, desk.now);
    postcards::save(&**tx, &one).await?;
    postcards::delete_repeats(&**tx, was.campaign, was.id).await?;
    Ok(if was.is_counted() { count::moved(tx, desk, was.campaign, -1).await? } else { None })
}

async fn forget(tx: &Transaction, desk: &Desk<'_>, mut one: Postcard) -> Result<Option<Count>, ActionError> {
    print_runs::forget(tx, desk, one.campaign, one.id).await?;
    one.forget();
    postcards::save(&**tx, &one).await?;
    postcards::delete_repeats(&**tx, one.campaign, one.id).await?;
    Ok(None)
}

/// Forgets who wrote the cards of a campaign that was handed over long enough ago; their number stays. Returns how many.
pub(in crate::actions) async fn forget_named(
    desk: &Desk<'_>,
    campaign: i32,
    consent_before: Moment,
) -> Result<u64, ActionError> {
    let mut gone = 0;
    loop {
        let tx = desk.db.write().await?;
        let found = postcards::list_named_to_change(&*tx, campaign, consent_before, BATCH).await?;
        if found.is_empty() {
            return Ok(gone);
        }
        for one in found {
            forget(&tx, desk, one).await?;
            gone += 1;
        }
        tx.commit().await?;
    }
}
