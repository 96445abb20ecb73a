use crate::actions::{ActionError, Desk, listings};
use crate::storage::{Transaction, listings as stored};

/// What organisations list, and by what it is found again.
pub(super) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    for listed in stored::list_to_change(&**tx).await? {
        let (organisation, id) = (listed.organisation, listed.id);
        let listing = listings::open(desk.vault, listed)?;
        let mark = listings::mark(desk.vault, organisation, listing.kind, &listing.value);
        let sealed = listings::seal(desk.vault, organisation, listing).sealed;
        stored::reseal(&**tx, (organisation, id), sealed, mark).await?;
        done += 1;
    }
    Ok(done)
}
