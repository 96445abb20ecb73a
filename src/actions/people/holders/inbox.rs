use uuid::Uuid;

use super::Sought;
use crate::actions::messages::{open_answer, open_message, open_note};
use crate::actions::{ActionError, Desk};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::storage::messages;

/// What they wrote to the organisers, and what was answered and noted.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let mut found = Vec::new();
    for one in messages::list_from(desk.db.read(), &sought.campaigns, &sought.addresses).await? {
        let message = open_message(desk.vault, &one)?;
        let mut holding = Holding::new(Kind::Inbox, Some(one.campaign), one.id, Fate::Goes)
            .text(What::Name, &message.name)
            .text(What::Email, &message.email)
            .text(What::Message, &message.message)
            .text(What::Note, &open_note(desk.vault, &one)?)
            .word(What::Language, one.lang.code())
            .at(What::WrittenAt, one.created_at);
        for sent in messages::list_answers(desk.db.read(), one.id).await? {
            let answer = open_answer(desk.vault, one.campaign, &sent)?;
            holding = holding.text(What::Answer, &answer.text).at(What::SentAt, sent.created_at);
        }
        found.push(holding);
    }
    Ok(found)
}

/// A message goes with its answers.
pub(super) async fn erase(desk: &Desk<'_>, id: Uuid) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    messages::delete(&*tx, id).await?;
    tx.commit().await?;
    Ok(())
}
