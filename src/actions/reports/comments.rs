use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use data_encoding::HEXLOWER;
use uuid::Uuid;

use crate::actions::{Desk, open_person, seat};
use crate::domain::campaign::Campaign;
use crate::domain::delivery::promised;
use crate::domain::disclosure::Disclosure;
use crate::domain::moment::Moment;
use crate::domain::person::Person;
use crate::domain::report::{Chosen, MOST_COMMENTS, To, masked};
use crate::domain::signature::State;
use crate::storage::reports::figures;
use crate::storage::{StorageError, signatures};

/// What the words of a comment are known again by.
fn mark(desk: &Desk<'_>, id: Uuid, comment: &str) -> String {
    HEXLOWER.encode(&desk.vault.index("comment", &[&id.to_string(), comment]))
}

/// The newest comments between two moments that may be told to an addressee, and how many more there are. Only those count whose
/// writers were promised, in the text that they signed, that this addressee is told what they wrote.
pub(super) async fn choose(
    desk: &Desk<'_>,
    campaign: &Campaign,
    to: &To,
    between: (Moment, Moment),
) -> Result<(Vec<Chosen>, i64), StorageError> {
    let To::Addressee(key) = to else { return Ok((Vec::new(), 0)) };
    let texts = crate::actions::deliveries::all_texts(desk.db.read(), campaign.id).await?;
    let promised: BTreeMap<i32, Disclosure> = promised(&texts, key);
    let full: Vec<i32> = promised
        .iter()
        .filter(|(_, level)| **level == Disclosure::Full)
        .map(|(version, _)| *version)
        .collect();
    let (mut newest, mut all) = (BinaryHeap::new(), 0_i64);
    figures::each_signed(desk.db, campaign.id, between, &full, |signed| {
        let person = desk.vault.open::<Person>(seat(campaign.id, signed.id), &signed.sealed);
        let Some(person) = person.ok().filter(|person| !person.comment.trim().is_empty()) else { return };
        all += 1;
        // The oldest stands on top, and goes first.
        newest.push(Reverse((signed.confirmed_at, signed.id, mark(desk, signed.id, &person.comment))));
        if newest.len() > MOST_COMMENTS {
            newest.pop();
        }
    })
    .await?;
    let chosen: Vec<Chosen> = newest
        .into_sorted_vec()
        .into_iter()
        .map(|Reverse((_, signature, mark))| Chosen { signature, mark })
        .collect();
    let more = all - i64::try_from(chosen.len()).unwrap_or(i64::MAX);
    Ok((chosen, more))
}

/// The words of the comments that were chosen, each with the region it came from and without what would tell who wrote it. Of who
/// has left, was struck out or says something else by now, nothing is told.
pub async fn open_chosen(
    desk: &Desk<'_>,
    campaign: i32,
    chosen: &[Chosen],
) -> Result<Vec<(String, String)>, StorageError> {
    let ids = chosen.iter().map(|one| one.signature).collect();
    let found = signatures::list(desk.db.read(), campaign, ids).await?;
    let told = chosen.iter().filter_map(|one| {
        let signature = found.iter().find(|signature| signature.id == one.signature)?;
        let person = open_person(desk.vault, signature).ok()?;
        let parts = [&*one.signature.to_string(), &person.comment];
        let marks = desk.vault.indexes("comment", &parts);
        let is_same = marks.iter().any(|mark| HEXLOWER.encode(mark) == one.mark);
        (is_same && signature.state == State::Confirmed)
            .then(|| (signature.region.clone(), masked(&person.comment, &person)))
    });
    Ok(told.collect())
}
