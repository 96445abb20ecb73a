use uuid::Uuid;

use super::{answer_seat, found, open_message, record};
use crate::actions::accounts::By;
use crate::actions::{ActionError, Desk};
use crate::domain::email::EmailAddress;
use crate::domain::message::{Answer, Sent, State};
use crate::storage::messages;
use crate::storage::outbox::{self, Kind, Owed};

/// Answers a message by mail, and keeps the answer beside it.
pub async fn answer(
    desk: &Desk<'_>,
    message: Uuid,
    answer: &Answer,
    account: Uuid,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let mut one = found(&tx, message).await?;
    let id = desk.id();
    let sealed = desk.vault.seal(answer_seat(one.campaign, id), answer);
    messages::insert_answer(&*tx, &Sent { id, message, sealed, account, created_at: desk.now }).await?;
    let writer = open_message(desk.vault, &one)?;
    let mail = Owed {
        id: desk.id(),
        campaign: one.campaign,
        kind: Kind::Answer,
        subject: Some(id),
        number: 0,
        sealed: None,
        recipient: EmailAddress::parse(&writer.email).ok().map(|email| desk.email_index(&email)),
        attempts: 0,
        created_at: desk.now,
    };
    outbox::insert(&*tx, vec![mail]).await?;
    one.state = State::Answered;
    messages::save(&*tx, &one).await?;
    record(&tx, desk, By::Account(account), "answer_message", (&one, "")).await?;
    tx.commit().await?;
    Ok(())
}
