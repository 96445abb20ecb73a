use super::super::addresses;
use super::Sought;
use crate::actions::reports::{RECEIVER, open_mailbox};
use crate::actions::{ActionError, Desk};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::storage::reports::receivers;

/// Whether reports go to them, or went until they wanted no more or were taken out.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let by = addresses(desk, RECEIVER, &sought.email);
    let mut found = Vec::new();
    for receiver in receivers::list_at(desk.db.read(), &sought.campaigns, &by).await? {
        let (email, fate) = if receiver.is_forgotten() {
            (String::new(), Fate::Guards)
        } else {
            (open_mailbox(desk.vault, &receiver)?.email, Fate::Goes)
        };
        let holding = Holding::new(Kind::Receiver, Some(receiver.campaign), receiver.id, fate)
            .number(What::Number, i64::from(receiver.report))
            .text(What::Email, &email)
            .at(What::Since, receiver.created_at)
            .at(What::EndedAt, receiver.left_at.or(receiver.removed_at));
        found.push(holding);
    }
    Ok(found)
}
