//! The sheets of signatures that are typed in: every row is compared with who has signed online and on other rows.

mod check;
mod compare;
mod import;
mod judge;
mod look;
mod mend;
mod open;
mod remove;
mod write;

pub use check::check;
pub use import::import;
pub use judge::{erase, judge};
pub use look::{Seen, look, look_at_held};
pub use mend::mend;
pub use open::open;
pub use remove::remove;
pub use write::write;

use uuid::Uuid;

use super::ledger::{Keeper, LedgerError};
use super::{ActionError, Desk};
use crate::domain::ledger::row::{Row, Signatory};
use crate::storage::ledger::rows::{self, Indexes};
use crate::storage::ledger::signatories;
use crate::storage::vault::{Seat, Vault, VaultError};
use crate::storage::{StorageError, Transaction};

/// A row by its batch, its sheet and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    pub batch: i32,
    pub sheet: i32,
    pub place: i32,
}

impl At {
    fn subject(self) -> String {
        format!("batch {}, sheet {}", self.batch, self.sheet)
    }
}

const fn seat(campaign: i32, row: Uuid) -> Seat<'static> {
    Seat { table: "sheet_row", campaign, id: row }
}

/// Who signed on a row; nobody once that is forgotten.
pub fn open_signatory(vault: &Vault, campaign: i32, row: &Row) -> Result<Signatory, VaultError> {
    if row.sealed.is_empty() {
        return Ok(Signatory::default());
    }
    vault.open(seat(campaign, row.id), &row.sealed)
}

/// By what rows are compared with each other and found again; nothing where the name could not be read.
fn indexes(desk: &Desk<'_>, signatory: &Signatory) -> Indexes {
    let name = signatory.comparable();
    if name.is_empty() {
        return Indexes::default();
    }
    let place = compare::place(signatory);
    let person = desk.vault.index("paper person", &[&name, &signatory.country, &place]);
    Indexes { name: Some(name_index(desk, &name)), person: (!place.is_empty()).then_some(person) }
}

fn name_index(desk: &Desk<'_>, comparable: &str) -> crate::domain::household::Index {
    desk.vault.index("paper name", &[comparable])
}

/// A row that is to be changed, kept from others.
async fn hold(tx: &Transaction, keeper: Keeper<'_>, at: At) -> Result<Row, LedgerError> {
    let of = (keeper.campaign, at.batch);
    rows::find_to_change(&**tx, of, (at.sheet, at.place)).await?.ok_or(LedgerError::Unknown)
}

/// Under which indexes rows with a name stand, whatever the key was.
pub(super) fn name_indexes(desk: &Desk<'_>, comparable: &str) -> Vec<crate::domain::household::Index> {
    desk.vault.indexes("paper name", &[comparable])
}

/// Seals rows anew under another key.
pub(super) async fn reseal(desk: &Desk<'_>) -> Result<u64, ActionError> {
    const PAGE: u64 = 500;
    let (mut done, mut after) = (0, Uuid::nil());
    loop {
        let page = signatories::list_sealed(desk.db.read(), after, PAGE).await?;
        let Some((_, last)) = page.last() else { return Ok(done) };
        after = last.id;
        let tx = desk.db.write().await?;
        for (campaign, row) in page.iter().filter(|(_, row)| !desk.vault.is_current(&row.sealed)) {
            let signatory = open_signatory(desk.vault, *campaign, row)?;
            let sealed = desk.vault.seal(seat(*campaign, row.id), &signatory);
            signatories::reseal(&*tx, row.id, sealed, indexes(desk, &signatory)).await?;
            done += 1;
        }
        tx.commit().await?;
    }
}

/// How many of the signatures counted by hand fall away, or come back, as a row moves from one state to another.
async fn settle(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    fallen: i64,
) -> Result<Option<crate::storage::tallies::Count>, StorageError> {
    use super::ledger::{Moved, settle};
    use crate::domain::ledger::Kind;
    settle(tx, desk, (campaign, Kind::Signatures), Moved { counted: -fallen, delivered: 0 }).await
}
