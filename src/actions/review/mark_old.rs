use super::person_marks;
use crate::actions::{ActionError, Desk};
use crate::storage::census;

const SOME: u64 = 200;

/// Marks some of the signatures that were stored before there were marks; returns whether there may be more.
pub async fn mark_old(desk: &Desk<'_>) -> Result<bool, ActionError> {
    let found = census::list_unmarked(desk.db.read(), SOME).await?;
    if found.is_empty() {
        return Ok(false);
    }
    let mut marked = Vec::new();
    for signature in &found {
        marked.push((signature, person_marks(desk, signature, &desk.person(signature)?)));
    }
    let tx = desk.db.write().await?;
    for (signature, marks) in marked {
        census::mark(&*tx, signature.campaign, signature.id, marks).await?;
    }
    tx.commit().await?;
    Ok(found.len() as u64 == SOME)
}
