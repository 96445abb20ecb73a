use crate::actions::accounts::{invite, typed_index};
use crate::actions::{ActionError, Desk};
use crate::storage::{Transaction, invitations};

/// Whom somebody has invited, and how their address is found.
pub(super) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    for stored in invitations::list_to_change(&**tx).await? {
        let invited = invite::open(desk.vault, &stored)?;
        let sealed = desk.vault.seal(invite::seat(stored.id), &invited);
        invitations::reseal(&**tx, stored.id, sealed, typed_index(desk, &invited.email)).await?;
        done += 1;
    }
    Ok(done)
}
