use crate::actions::{ActionError, Desk, accounts as staff};
use crate::storage::{Transaction, accounts};

/// Accounts are found by their index alone, so that is made anew as well.
pub(super) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    for stored in accounts::list_to_change(&**tx).await? {
        let profile = staff::open_profile(desk.vault, &stored)?;
        let sealed = staff::seal_profile(desk, stored.account.id, &profile);
        let index = staff::typed_index(desk, &profile.email);
        accounts::reseal(&**tx, stored.account.id, sealed, index).await?;
        done += 1;
    }
    Ok(done)
}
