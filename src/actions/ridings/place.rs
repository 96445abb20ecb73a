use std::collections::BTreeMap;
use std::time::Duration;

use uuid::Uuid;

use crate::actions::{ActionError, Desk};
use crate::domain::riding::Ridings;
use crate::domain::signature::{Signature, State};
use crate::domain::tally::{Change, Dimension};
use crate::storage::{Transaction, ridings, signatures, tallies};

/// How many signatures are looked at in one transaction.
const SOME: u64 = 500;

/// By then every node places who signs by the new table, so that nobody slips through behind the placing.
pub const SETTLED: Duration = Duration::from_secs(30);

/// Places some of those who signed before the table was loaded; returns whether there may be more. What was done stays done,
/// wherever it is cut off. The parts of the count follow.
pub async fn place_some(desk: &Desk<'_>) -> Result<bool, ActionError> {
    let table = desk.atlas.ridings();
    let is_due = |loaded: &ridings::Loaded| {
        loaded.placed_at.is_none()
            && loaded.revision == table.revision
            && desk.now >= loaded.loaded_at + SETTLED
    };
    if !ridings::find(desk.db.read()).await?.is_some_and(|loaded| is_due(&loaded)) {
        return Ok(false);
    }
    let tx = desk.db.write().await?;
    // Kept from the other nodes, so that each signature is looked at by one.
    let Some(loaded) = ridings::find_to_change(&*tx).await?.filter(is_due) else { return Ok(false) };
    let found = ridings::list_signatures(&*tx, loaded.cursor, SOME).await?;
    let Some(last) = found.last().map(|last| (last.campaign, last.id)) else {
        ridings::note(&*tx, loaded.cursor, Some(desk.now)).await?;
        tx.commit().await?;
        return Ok(false);
    };
    let mut moving: BTreeMap<i32, Vec<Uuid>> = BTreeMap::new();
    for signature in found {
        if riding_of(desk, &table, loaded.keeps, &signature) != signature.riding {
            moving.entry(signature.campaign).or_default().push(signature.id);
        }
    }
    for (campaign, ids) in moving {
        move_all(&tx, desk, (&table, loaded.keeps), campaign, ids).await?;
    }
    ridings::note(&*tx, last, None).await?;
    tx.commit().await?;
    Ok(true)
}

/// Moves signatures of a campaign to their ridings, and the parts of its count with them.
async fn move_all(
    tx: &Transaction,
    desk: &Desk<'_>,
    (table, keeps): (&Ridings, bool),
    campaign: i32,
    ids: Vec<Uuid>,
) -> Result<(), ActionError> {
    // The count before its signatures, as everywhere.
    tallies::find_to_change(&**tx, campaign).await?;
    let mut change = Change::default();
    let mut places: BTreeMap<String, Vec<Uuid>> = BTreeMap::new();
    for signature in signatures::list_to_change(&**tx, campaign, ids).await? {
        // Looked at again, since it may have been corrected meanwhile.
        let riding = riding_of(desk, table, keeps, &signature);
        if signature.state == State::Confirmed {
            for (part, by) in [(signature.riding.clone(), -1), (riding.clone(), 1)] {
                *change.parts.entry((Dimension::Riding, part)).or_default() += by;
            }
        }
        places.entry(riding).or_default().push(signature.id);
    }
    for (riding, ids) in places {
        ridings::place(&**tx, campaign, ids, &riding).await?;
    }
    if !change.parts.is_empty() {
        tallies::apply(&**tx, campaign, &change, desk.now).await?;
    }
    Ok(())
}

/// Where a signature belongs. Whose postal code is not known any more stays where they were, if the table is another edition
/// of the same, and else is placed nowhere.
fn riding_of(desk: &Desk<'_>, table: &Ridings, keeps: bool, signature: &Signature) -> String {
    let person = (!signature.sealed.is_empty()).then(|| desk.person(signature).ok()).flatten();
    let found = match person {
        Some(person) => table.find(&signature.country, &person.postal_code),
        None if keeps => table.riding(&signature.riding),
        None => None,
    };
    found.map_or_else(String::new, |riding| riding.code.clone())
}
