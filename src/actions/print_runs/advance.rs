use super::{On, PrintError, hold, record};
use crate::actions::Desk;
use crate::domain::moment::Moment;
use crate::domain::print_run::Stage;
use crate::storage::print_runs::{self, cards, printings};

/// What may be told of where a run went, in characters.
const LONGEST_NOTE: usize = 500;

/// Brings a run and its cards to the next stage, as of a moment that is not before the last one and has been. Cancelled, its
/// cards go back to those that wait, and its files are gone.
pub async fn advance(
    desk: &Desk<'_>,
    on: On<'_>,
    to: Stage,
    (at, note): (Moment, &str),
) -> Result<(), PrintError> {
    let tx = desk.db.write().await?;
    let mut run = hold(&tx, on).await?;
    // Told in days, today may be before the minute in which it was gathered.
    let at = at.max(run.since()).min(desk.now);
    if !run.advance(to, at) {
        return Err(PrintError::MovedOn);
    }
    let note: String = note.trim().chars().take(LONGEST_NOTE).collect();
    if !note.is_empty() {
        run.note = note;
    }
    print_runs::save_stage(&*tx, &run).await?;
    cards::advance(&*tx, &run).await?;
    if to == Stage::Cancelled {
        printings::end_all(&*tx, (on.campaign, on.number), desk.now).await?;
    }
    record(&tx, desk, on, "advance_print_run", to.as_str().to_owned()).await?;
    tx.commit().await?;
    Ok(())
}
