use super::{ActionError, Desk};
use crate::domain::email::EmailAddress;
use crate::domain::message::{Message, Received, State};
use crate::storage::messages;
use crate::storage::outbox::{self, Kind, Owed};
use crate::storage::vault::Seat;

/// Where the mail of a message is sealed to.
pub const fn seat(campaign: i32, id: uuid::Uuid) -> Seat<'static> {
    Seat { table: "outbox", campaign, id }
}

/// Where a message in the inbox is sealed to.
pub const fn message_seat(campaign: i32, id: uuid::Uuid) -> Seat<'static> {
    Seat { table: "message", campaign, id }
}

/// Keeps a message to the organisers in their inbox, and queues it to their address.
pub async fn contact(desk: &Desk<'_>, campaign: i32, message: &Message) -> Result<(), ActionError> {
    let id = desk.id();
    let mail = Owed {
        id,
        campaign,
        kind: Kind::Contact,
        subject: None,
        number: 0,
        sealed: Some(desk.vault.seal(seat(campaign, id), message)),
        recipient: None,
        attempts: 0,
        created_at: desk.now,
    };
    let received = Received {
        id,
        campaign,
        state: State::Open,
        lang: message.lang,
        sealed: desk.vault.seal(message_seat(campaign, id), message),
        email_index: index(desk, message),
        note: Vec::new(),
        revision: 1,
        created_at: desk.now,
    };
    let tx = desk.db.write().await?;
    messages::insert(&*tx, &received).await?;
    outbox::insert(&*tx, vec![mail]).await?;
    tx.commit().await?;
    Ok(())
}

/// How what one person wrote is found.
pub fn index(desk: &Desk<'_>, message: &Message) -> crate::domain::household::Index {
    EmailAddress::parse(&message.email)
        .map_or_else(|_| desk.vault.index("email", &[&message.email]), |email| desk.email_index(&email))
}
