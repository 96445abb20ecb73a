use uuid::Uuid;

use super::{Sought, find_all, open_asker, record};
use crate::actions::{ActionError, Desk};
use crate::domain::holding::Holding;
use crate::domain::inquiry::{Asker, Inquiry};

/// What is held about whoever asks, and that staff looked is on record before they see it.
pub async fn look(
    desk: &Desk<'_>,
    inquiry: &Inquiry,
    by: Uuid,
) -> Result<(Asker, Vec<Holding>), ActionError> {
    let asker = open_asker(desk.vault, inquiry)?;
    let sought = Sought::of(desk, inquiry.organisation, &asker).await?;
    let found = find_all(desk, &sought).await?;
    let tx = desk.db.write().await?;
    record(&tx, desk, by, ("look_up_person", inquiry.id), String::new()).await?;
    tx.commit().await?;
    Ok((asker, found))
}
