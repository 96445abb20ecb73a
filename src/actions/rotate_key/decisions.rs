use uuid::Uuid;

use super::{PAGE, indexes};
use crate::actions::{ActionError, Desk, open_person, seat};
use crate::storage::{kept, signatures};

/// The people of struck-out signatures, who are kept for a while so that it can be undone.
pub(super) async fn reseal(desk: &Desk<'_>) -> Result<u64, ActionError> {
    let mut done = 0;
    let mut after = (0, Uuid::nil(), Uuid::nil());
    loop {
        let page = kept::list(desk.db.read(), after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = (last.campaign, last.ruling, last.signature);
        let tx = desk.db.write().await?;
        for one in page.iter().filter(|one| !desk.vault.is_current(&one.sealed)) {
            let Some(trace) = signatures::find(&*tx, one.campaign, one.signature).await? else { continue };
            let signature = crate::domain::signature::Signature { sealed: one.sealed.clone(), ..trace };
            let person = open_person(desk.vault, &signature)?;
            let sealed = desk.vault.seal(seat(one.campaign, one.signature), &person);
            let (indexes, marks) = indexes(desk, &signature, &person);
            kept::reseal(&*tx, one, sealed, indexes, marks).await?;
            done += 1;
        }
        tx.commit().await?;
    }
    Ok(done)
}
