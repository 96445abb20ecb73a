use super::indexes;
use crate::actions::review::{comparable, marks};
use crate::actions::{ActionError, Desk};
use crate::domain::ledger::row::{Known, NewRow, Signatory};
use crate::domain::official::folded;
use crate::domain::signature::Signature;
use crate::storage::ledger::rows::{self, Among};
use crate::storage::{Connection, reviews};

/// How many signatures with the same mark are opened at the most: a mark is of sixteen bits, so that among a million others
/// with one name fifteen share it by chance.
const MOST: u64 = 500;

/// Where somebody lives, as two places are compared: by the postal code, else by the city; empty where neither is there.
pub(super) fn place(signatory: &Signatory) -> String {
    if !signatory.postal_code.is_empty() {
        return signatory.postal_code.clone();
    }
    let city = folded(&signatory.city);
    if city.is_empty() { city } else { format!("city {city}") }
}

/// What is known elsewhere of the person on a row: among signatures, and among these rows.
pub(super) async fn known(
    db: &impl Connection,
    desk: &Desk<'_>,
    campaign: i32,
    (row, among): (&NewRow, Among),
) -> Result<Known, ActionError> {
    let mut known = online(db, desk, campaign, row).await?;
    if let Some(person) = indexes(desk, &row.signatory).person {
        known.paper = rows::is_known(db, campaign, person, among).await?;
    }
    Ok(known)
}

async fn online(
    db: &impl Connection,
    desk: &Desk<'_>,
    campaign: i32,
    row: &NewRow,
) -> Result<Known, ActionError> {
    let (signatory, mut known) = (&row.signatory, Known::default());
    let (name, city) = (signatory.comparable(), folded(&signatory.city));
    let has_code = !signatory.postal_code.is_empty();
    if name.is_empty() || (!has_code && city.is_empty()) {
        return Ok(known);
    }
    let marks = marks(desk, "", &name, &signatory.country, &signatory.postal_code);
    let by = (Some(marks.name), has_code.then_some(marks.place));
    let alike = reviews::list_marked(db, campaign, by, MOST).await?;
    let standing = |one: &&Signature| one.counted().is_some() && one.country == signatory.country;
    for one in alike.iter().filter(standing) {
        // Forgotten since, or of a key that is gone: nobody can be compared with them.
        let Ok(person) = desk.person(one) else { continue };
        if comparable(&person.name) != name {
            continue;
        }
        known.online |= has_code && person.postal_code == signatory.postal_code;
        known.perhaps_online |= !has_code && folded(&person.city) == city;
    }
    Ok(known)
}
