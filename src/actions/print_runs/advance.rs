use super::{On, PrintError, hold, record};
use crate::actions::Desk;
use crate::actions::deliveries::frozen_with;
use crate::domain::delivery::Paper;
use crate::domain::moment::Moment;
use crate::domain::print_run::Stage;
use crate::domain::tally::Side;
use crate::storage::campaigns;
use crate::storage::print_runs::{self, cards, printings};
use crate::storage::tallies::{self, Count};

/// What may be told of where a run went, in characters.
const LONGEST_NOTE: usize = 500;

/// Brings a run and its cards to the next stage, as of a moment that is not before the last one and has been. Cancelled, its
/// cards go back to those that wait, and its files are gone; one that goes along with a frozen delivery is not cancelled. Returns
/// the count, where it has moved.
pub async fn advance(
    desk: &Desk<'_>,
    on: On<'_>,
    to: Stage,
    (at, note): (Moment, &str),
) -> Result<Option<Count>, PrintError> {
    let tx = desk.db.write().await?;
    if to == Stage::Cancelled {
        // Held as by whoever freezes a delivery, so that one waits for the other; it is always the first that is held.
        campaigns::lock(&*tx, on.campaign).await?;
    }
    // Of all else the count is locked first, everywhere, so that two nodes never wait for each other.
    tallies::find_to_change(&*tx, on.campaign).await?;
    let mut run = hold(&tx, on).await?;
    let was = run.stage;
    // Told in days, today may be before the minute in which it was gathered.
    let at = at.max(run.since()).min(desk.now);
    if !run.advance(to, at) {
        return Err(PrintError::MovedOn);
    }
    if to == Stage::Cancelled
        && let Some(delivery) = frozen_with(&*tx, on.campaign, Paper::Run(on.number)).await?
    {
        return Err(PrintError::GoesAlong(delivery));
    }
    let note: String = note.trim().chars().take(LONGEST_NOTE).collect();
    if !note.is_empty() {
        run.note = note;
    }
    print_runs::save_stage(&*tx, &run).await?;
    let cards = cards::advance(&*tx, &run, was).await?;
    let mut count = None;
    if to.is_sent() && !was.is_sent() {
        let by = i64::try_from(cards).unwrap_or_default();
        count = Some(tallies::add(&*tx, on.campaign, (Side::CardsSent, by), desk.now).await?);
    }
    if to == Stage::Cancelled {
        printings::end_all(&*tx, (on.campaign, on.number), desk.now).await?;
    }
    record(&tx, desk, on, "advance_print_run", to.as_str().to_owned()).await?;
    tx.commit().await?;
    Ok(count)
}
