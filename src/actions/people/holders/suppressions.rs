use uuid::Uuid;

use super::Sought;
use crate::actions::{ActionError, Desk};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::storage::people;

/// Campaigns about which an address gets no more mail. What the whole installation keeps of addresses that send mail back is
/// no organisation's, and is the operator's to tell.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let found = people::list_suppressions(desk.db.read(), &sought.campaigns, &sought.addresses).await?;
    let holdings = found.into_iter().map(|(campaign, reason, since)| {
        // It has no id but its address: it is chosen with its campaign.
        let id = Uuid::from_u128(u128::from(campaign.unsigned_abs()));
        Holding::new(Kind::Suppression, Some(campaign), id, Fate::Guards)
            .word(What::Reason, &reason)
            .at(What::Since, since)
    });
    Ok(holdings.collect())
}
