use super::{Keeper, LedgerError, Moved, open_custody, photo_seat, seat, settle};
use crate::actions::Desk;
use crate::domain::ledger::{Batch, Entry, NewEntry, Step, Sum};
use crate::storage::ledger::{entries, rows};
use crate::storage::tallies::{self, Count};

/// What is written into a batch.
pub struct Written<'a> {
    pub entry: &'a NewEntry,
    /// The number of the entry that it corrects: then `entry` says what that one should have said.
    pub corrects: Option<i32>,
    /// A JPEG.
    pub photo: Option<&'a [u8]>,
    /// The last number that whoever writes has seen: pressed twice, it is there once.
    pub after: i32,
}

/// What an entry says together with its corrections.
fn net(all: &[Entry], number: i32) -> i64 {
    all.iter()
        .filter(|entry| entry.number == number || entry.corrects == Some(number))
        .map(|entry| entry.many)
        .sum()
}

impl Written<'_> {
    /// The step, and by how much it moves.
    fn step(&self, all: &[Entry]) -> Result<(Step, i64), LedgerError> {
        let Some(number) = self.corrects else { return Ok((self.entry.step, self.entry.many)) };
        let corrected = all.iter().find(|entry| entry.number == number && entry.corrects.is_none());
        let corrected = corrected.ok_or(LedgerError::Unknown)?;
        match self.entry.many - net(all, number) {
            0 => Err(LedgerError::Nothing),
            by => Ok((corrected.step, by)),
        }
    }

    /// Whether it is what was written last, by the same hand.
    fn is_again(
        &self,
        desk: &Desk<'_>,
        keeper: Keeper<'_>,
        (all, last): (&[Entry], &Entry),
    ) -> Result<bool, LedgerError> {
        let many = self.corrects.map_or(last.many, |number| net(all, number));
        Ok(last.number == self.after + 1
            && last.corrects == self.corrects
            && last.written_by == keeper.account()
            && (last.step, many, last.on) == (self.entry.step, self.entry.many, self.entry.on)
            && open_custody(desk.vault, keeper.campaign, last)? == self.entry.custody)
    }
}

/// Writes what was counted into a batch, and moves the count with it. A correction is one more entry, with the difference.
pub async fn write(
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    batch: i32,
    written: &Written<'_>,
) -> Result<Option<Count>, LedgerError> {
    let tx = desk.db.write().await?;
    tallies::find_to_change(&*tx, keeper.campaign).await?;
    let Batch { kind, .. } = keeper.hold(&tx, batch).await?;
    let of = (keeper.campaign, batch);
    let all = entries::list(&*tx, of).await?;
    let last = all.last().map_or(0, |last| last.number);
    if let Some(newest) = all.last().filter(|_| last > written.after) {
        let is_again = written.is_again(desk, keeper, (&all, newest))?;
        return if is_again { Ok(None) } else { Err(LedgerError::Changed) };
    }
    let (step, by) = written.step(&all)?;
    let typed = rows::count(&*tx, of).await?;
    let sum = Sum::of(all.iter().map(|entry| (entry.step, entry.many)));
    sum.after(typed, (step, by)).map_err(LedgerError::Refused)?;
    let id = desk.id();
    let entry = Entry {
        id,
        number: last + 1,
        step,
        many: by,
        corrects: written.corrects,
        on: written.entry.on,
        has_photo: written.photo.is_some(),
        written_by: keeper.account(),
        written_at: desk.now,
        sealed: desk.vault.seal(seat(keeper.campaign, id), &written.entry.custody),
    };
    let photo = written.photo.map(|photo| desk.vault.seal_bytes(photo_seat(keeper.campaign, id), photo));
    entries::insert(&*tx, of, &entry, photo).await?;
    let moved = match step {
        Step::Collected => Moved { counted: by, ..Moved::default() },
        Step::Delivered => Moved { delivered: by, ..Moved::default() },
        Step::Printed | Step::Distributed => Moved::default(),
    };
    let count = settle(&tx, desk, (keeper.campaign, kind), moved).await?;
    let (act, corrected) = match written.corrects {
        Some(number) => ("correct_ledger", format!(", corrects entry {number}")),
        None => ("write_ledger", String::new()),
    };
    let detail = format!("entry {}: {} {by:+} on {}{corrected}", entry.number, step.as_str(), entry.on);
    keeper.record(&tx, desk, (act, format!("batch {batch}")), detail).await?;
    tx.commit().await?;
    Ok(count)
}
