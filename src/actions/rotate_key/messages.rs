use crate::actions::contact::{index, message_seat};
use crate::actions::messages::{answer_seat, note_seat};
use crate::actions::{ActionError, Desk};
use crate::domain::message::{Answer, Message};
use crate::storage::{Transaction, messages};

/// The inbox: what was written, what was noted about it, and what was answered.
pub(super) async fn reseal(desk: &Desk<'_>, tx: &Transaction) -> Result<u64, ActionError> {
    let mut done = 0;
    for mut one in messages::list_all(&**tx).await? {
        let (seat, note) = (message_seat(one.campaign, one.id), note_seat(one.campaign, one.id));
        let message: Message = desk.vault.open(seat, &one.sealed)?;
        one.sealed = desk.vault.seal(seat, &message);
        one.email_index = index(desk, &message);
        if !one.note.is_empty() {
            let words: String = desk.vault.open(note, &one.note)?;
            one.note = desk.vault.seal(note, &words);
        }
        for mut sent in messages::list_answers(&**tx, one.id).await? {
            let seat = answer_seat(one.campaign, sent.id);
            let answer: Answer = desk.vault.open(seat, &sent.sealed)?;
            sent.sealed = desk.vault.seal(seat, &answer);
            messages::reseal_answer(&**tx, sent.id, sent.sealed).await?;
            done += 1;
        }
        messages::save(&**tx, &one).await?;
        done += 1;
    }
    Ok(done)
}
