use serde::{Deserialize, Serialize};

use super::{ActionError, Desk};
use crate::domain::email::EmailAddress;
use crate::domain::form::parse_text;
use crate::domain::lang::Lang;
use crate::domain::name::FullName;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::storage::outbox::{self, Kind, Owed};
use crate::storage::vault::Seat;

/// The longest message, in characters.
pub const MAX_MESSAGE: usize = 5000;

/// A message to the organisers of a campaign.
#[derive(Clone, Serialize, Deserialize)]
pub struct Message {
    pub name: String,
    pub email: String,
    pub message: String,
    pub lang: Lang,
}

impl Message {
    /// Checks what was typed.
    pub fn parse(lang: Lang, name: &str, email: &str, message: &str) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let mut refuse = |field, reason| refusals.push(Refusal { field, reason });
        let name = FullName::parse(name).map_err(|reason| refuse(Field::Name, reason)).ok();
        let email = EmailAddress::parse(email).map_err(|reason| refuse(Field::Email, reason)).ok();
        let message = parse_text(message, MAX_MESSAGE)
            .and_then(|text| if text.is_empty() { Err(Reason::Missing) } else { Ok(text) })
            .map_err(|reason| refuse(Field::Message, reason))
            .ok();
        match (name, email, message) {
            (Some(name), Some(email), Some(message)) => {
                Ok(Self { name: name.as_str().to_owned(), email: email.as_typed().to_owned(), message, lang })
            }
            _ => Err(refusals),
        }
    }
}

/// Where a message is sealed to.
pub const fn seat(campaign: i32, id: uuid::Uuid) -> Seat<'static> {
    Seat { table: "outbox", campaign, id }
}

/// Queues a message to the organisers.
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
    let tx = desk.db.write().await?;
    outbox::insert(&*tx, vec![mail]).await?;
    tx.commit().await?;
    Ok(())
}
