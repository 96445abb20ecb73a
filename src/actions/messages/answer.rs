use uuid::Uuid;

use super::{MessageError, answer_seat, open_message, record, seen};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::email::EmailAddress;
use crate::domain::message::{Answer, Sent, State};
use crate::storage::messages;
use crate::storage::outbox::{self, Kind, Owed};

/// Answers a message by mail, and keeps the answer beside it. Whoever has not seen how it stands now, an answer that was sent a
/// moment ago included, is told instead, and nothing is sent.
pub async fn answer(
    desk: &Desk<'_>,
    (message, revision): (Uuid, i32),
    answer: &Answer,
    account: Uuid,
) -> Result<(), MessageError> {
    let tx = desk.db.write().await?;
    let mut one = seen(&tx, message, revision).await?;
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
    one.revision += 1;
    messages::save(&*tx, &one).await?;
    record(&tx, desk, By::Account(account), "answer_message", (&one, "")).await?;
    tx.commit().await?;
    Ok(())
}
