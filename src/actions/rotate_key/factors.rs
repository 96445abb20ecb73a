use crate::actions::accounts::factor;
use crate::actions::{ActionError, Desk};
use crate::storage::{Transaction, factors};

/// What the authenticator apps count with.
pub(super) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    for stored in factors::list_to_change(&**tx).await? {
        let secret = factor::open(desk.vault, &stored)?;
        let sealed = desk.vault.seal(factor::seat(stored.account), &secret);
        factors::reseal(&**tx, stored.account, sealed).await?;
        done += 1;
    }
    Ok(done)
}
