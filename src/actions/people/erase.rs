use uuid::Uuid;

use super::{Sought, find_all, holders, open_asker, record};
use crate::actions::{ActionError, Desk};
use crate::domain::holding::Fate;
use crate::domain::inquiry::Inquiry;
use crate::storage::tallies::Count;

/// Erases of what is held about whoever asks those rows that staff chose and that can go, each in a transaction of its own:
/// cut off, it is done again, and what was erased stays so. Returns the counts that moved.
pub async fn erase(
    desk: &Desk<'_>,
    inquiry: &Inquiry,
    by: Uuid,
    is_chosen: impl Fn(Uuid) -> bool + Send,
) -> Result<Vec<Count>, ActionError> {
    let asker = open_asker(desk.vault, inquiry)?;
    let sought = Sought::of(desk, inquiry.organisation, &asker).await?;
    let mut found = find_all(desk, &sought).await?;
    found.retain(|holding| {
        holding.fate == Fate::Goes && holding.follows.is_none() && is_chosen(holding.chosen_by())
    });
    let tx = desk.db.write().await?;
    record(&tx, desk, by, ("erase_person", inquiry.id), format!("{} rows", found.len())).await?;
    tx.commit().await?;
    let mut moved = Vec::new();
    for holding in &found {
        moved.extend(holders::erase(desk, holding).await?);
    }
    Ok(moved)
}
