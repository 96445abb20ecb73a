//! Making the file of a print run: taken, laid out, kept. Killed in between, it is begun anew; it is there whole or not at all.

use std::time::Duration;

use uuid::Uuid;

use super::spread::{Made, MakeError, Spread};
use super::{PrintError, seat};
use crate::actions::Desk;
use crate::documents::postcard::Stock;
use crate::domain::print_run::{Printing, PrintingState as State};
use crate::domain::rulebook::Rulebook;
use crate::storage::print_runs::{self, printings};
use crate::storage::vault::Vault;

/// For so long nobody else makes what somebody makes.
pub const LEASE: Duration = Duration::from_secs(30);
/// A file that could not be made so often is not tried again.
const MOST_ATTEMPTS: u32 = 3;
/// How large a piece of a file is.
const PIECE: usize = 1 << 20;

/// A file that is to be made.
pub struct Work {
    pub printing: Printing,
    claim: Uuid,
    spread: Spread,
}

/// Takes what is to be made next, if there is something.
pub async fn take(desk: &Desk<'_>) -> Result<Option<Work>, PrintError> {
    let db = desk.db.read();
    let Some(mut printing) = printings::find_due(db, desk.now).await? else { return Ok(None) };
    let claim = desk.id();
    if !printings::claim(db, printing.id, claim, (desk.now, desk.now + LEASE)).await? {
        return Ok(None);
    }
    printing.attempts += 1;
    let key = (printing.id, claim);
    let run = print_runs::find(db, printing.campaign, printing.run).await?;
    let (Some(run), Some(stock), false) =
        (run, Stock::parse(&printing.stock), printing.attempts > MOST_ATTEMPTS)
    else {
        printings::end(db, key, (State::Failed, 0), desk.now).await?;
        return Ok(None);
    };
    let spread = Spread::read(desk, run, stock, printing.span).await?;
    Ok(Some(Work { printing, claim, spread }))
}

impl Work {
    /// Lays the file out. This takes seconds of a processor. None where `goes_on`, which is told how many cards are done, said
    /// that it is wanted no more.
    pub fn lay_out(
        &self,
        vault: &Vault,
        rules: &Rulebook,
        goes_on: impl FnMut(usize) -> bool,
    ) -> Result<Option<Made>, MakeError> {
        self.spread.lay_out(vault, rules, goes_on)
    }
}

/// Says how far it is; false where it is wanted no more.
pub async fn tell(desk: &Desk<'_>, work: &Work, done: u32) -> Result<bool, PrintError> {
    let key = (work.printing.id, work.claim);
    Ok(printings::progress(desk.db.read(), key, done, desk.now + LEASE).await?)
}

/// Keeps the file, whole, unless it is wanted no more.
pub async fn keep(desk: &Desk<'_>, work: &Work, made: &Made) -> Result<(), PrintError> {
    let tx = desk.db.write().await?;
    let id = work.printing.id;
    if !printings::end(&*tx, (id, work.claim), (State::Ready, made.left_out), desk.now).await? {
        return Ok(());
    }
    for (number, piece) in (0..).zip(made.bytes.chunks(PIECE)) {
        let sealed = desk.vault.seal_bytes(seat(id, number), piece);
        printings::insert_part(&*tx, id, number, sealed).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Gives a file up: what is wrong with it will be so again.
pub async fn fail(desk: &Desk<'_>, work: &Work) -> Result<(), PrintError> {
    let key = (work.printing.id, work.claim);
    printings::end(desk.db.read(), key, (State::Failed, 0), desk.now).await?;
    Ok(())
}
