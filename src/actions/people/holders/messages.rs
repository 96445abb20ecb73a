use super::Sought;
use crate::actions::contact::seat;
use crate::actions::{ActionError, Desk};
use crate::domain::email::EmailAddress;
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::domain::message::Message;
use crate::storage::outbox;

/// Messages to the organisers that have not left yet. They are few and wait for seconds, so each is opened.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let mut found = Vec::new();
    for mail in outbox::list_sealed(desk.db.read()).await? {
        if !sought.campaigns.contains(&mail.campaign) || mail.kind != outbox::Kind::Contact {
            continue;
        }
        let sealed = mail.sealed.as_deref().unwrap_or_default();
        let message: Message = desk.vault.open(seat(mail.campaign, mail.id), sealed)?;
        let is_theirs = EmailAddress::parse(&message.email)
            .is_ok_and(|email| sought.addresses.contains(&desk.email_index(&email)));
        if is_theirs {
            let holding = Holding::new(Kind::Message, Some(mail.campaign), mail.id, Fate::Lapses)
                .text(What::Name, &message.name)
                .text(What::Email, &message.email)
                .text(What::Message, &message.message)
                .at(What::WrittenAt, mail.created_at);
            found.push(holding);
        }
    }
    Ok(found)
}
