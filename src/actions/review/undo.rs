use std::collections::BTreeMap;

use uuid::Uuid;

use crate::actions::{ActionError, Desk, deliveries};
use crate::domain::household::{Holder, Index, Verdict, judge};
use crate::domain::judgement::Judgement;
use crate::domain::ruling::Ruling;
use crate::domain::signature::{Signature, State};
use crate::domain::tally::Change;
use crate::storage::decisions::{self, Before};
use crate::storage::tallies::Count;
use crate::storage::{Transaction, holders, signatures, tallies};

/// Takes some decisions of a ruling back, in the transaction of whoever asks. Returns how many, and the count where it moved.
/// What was decided anew since, and whose place at its address somebody else has now, is left alone.
pub(super) async fn undo(
    tx: &Transaction,
    desk: &Desk<'_>,
    ruling: &Ruling,
    made: Vec<Before>,
) -> Result<(i64, Option<Count>), ActionError> {
    tallies::find_to_change(&**tx, ruling.campaign).await?;
    let ids: Vec<Uuid> = made.iter().map(|before| before.signature).collect();
    let found = signatures::list_to_change(&**tx, ruling.campaign, ids.clone()).await?;
    let found: BTreeMap<Uuid, Signature> = found.into_iter().map(|row| (row.id, row)).collect();
    let latest = decisions::latest(&**tx, ruling.campaign, ids).await?;
    let mut places = Places::of(tx, ruling, &made).await?;
    let (mut change, mut undone) = (Change::default(), Vec::new());
    for before in made {
        let Some(signature) = found.get(&before.signature) else { continue };
        let is_last = latest.get(&before.signature).is_some_and(|(number, _)| *number == before.number);
        if !is_last || signature.state != ruling.judgement.leads_to() {
            continue;
        }
        let slot = match ruling.judgement {
            Judgement::Invalidate => match places.take(&before) {
                Some(slot) => Some(slot),
                None => continue,
            },
            Judgement::Hold | Judgement::Release => None,
        };
        if !decisions::restore(&**tx, ruling, before.signature, slot).await? {
            continue;
        }
        if let Some(counted) = signature.counted() {
            change.remove(&counted);
        }
        let was = Signature { state: before.state, confirmed_at: before.confirmed_at, ..signature.clone() };
        if let Some(counted) = was.counted() {
            change.add(&counted);
        }
        undone.push(before.signature);
    }
    let many = i64::try_from(undone.len()).unwrap_or(i64::MAX);
    deliveries::retell(tx, desk, ruling.campaign, undone.clone()).await?;
    decisions::end(&**tx, ruling, undone, desk.now).await?;
    if change == Change::default() {
        return Ok((many, None));
    }
    Ok((many, Some(tallies::apply(&**tx, ruling.campaign, &change, desk.now).await?)))
}

/// Who holds places at the addresses of those who are to come back.
struct Places(BTreeMap<Index, Vec<Holder>>);

impl Places {
    async fn of(tx: &Transaction, ruling: &Ruling, made: &[Before]) -> Result<Self, ActionError> {
        let addresses: Vec<Index> =
            made.iter().filter_map(|before| before.indexes.map(|[email, ..]| email)).collect();
        let mut held: BTreeMap<Index, Vec<Holder>> = BTreeMap::new();
        for (address, holder) in holders::list(&**tx, ruling.campaign, addresses).await? {
            held.entry(address).or_default().push(holder);
        }
        Ok(Self(held))
    }

    /// A place for somebody who comes back, by the rule that everybody signs by.
    fn take(&mut self, before: &Before) -> Option<i16> {
        let [email, name, postal] = before.indexes?;
        let here = self.0.entry(email).or_default();
        let Verdict::New { slot } = judge(here, name, postal) else { return None };
        let pending = before.state == State::Pending;
        here.push(Holder { signature: before.signature, slot, name, postal, pending });
        Some(slot)
    }
}
