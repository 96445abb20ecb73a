use uuid::Uuid;

use super::{Sought, find_all, open_asker, record};
use crate::actions::{ActionError, Desk};
use crate::domain::holding::Holding;
use crate::domain::inquiry::{Asker, Inquiry};

/// What is held about whoever asks, to be handed to them: those of it that staff chose, by the rows that they are or follow.
pub async fn give(
    desk: &Desk<'_>,
    inquiry: &Inquiry,
    by: Uuid,
    is_chosen: impl Fn(Uuid) -> bool + Send,
) -> Result<(Asker, Vec<Holding>), ActionError> {
    let asker = open_asker(desk.vault, inquiry)?;
    let sought = Sought::of(desk, inquiry.organisation, &asker).await?;
    let mut found = find_all(desk, &sought).await?;
    found.retain(|holding| is_chosen(holding.chosen_by()));
    let tx = desk.db.write().await?;
    record(&tx, desk, by, ("give_data", inquiry.id), String::new()).await?;
    tx.commit().await?;
    Ok((asker, found))
}
