use uuid::Uuid;

use super::{inquiry_index, open_asker, record, seat};
use crate::actions::{AGAIN, ActionError, Desk};
use crate::domain::account::{Account, Organisation};
use crate::domain::email::EmailAddress;
use crate::domain::form::parse_text;
use crate::domain::inquiry::{Asked, Asker, Checked, Inquiry, MAX_NOTE, TERM};
use crate::domain::name::{MAX_NAME, parse_line};
use crate::storage::{inquiries, organisations};

/// A request as it was typed in.
#[derive(Clone, Default)]
pub struct Typed {
    pub email: String,
    pub name: String,
    pub asked: String,
    pub checked: String,
    pub note: String,
}

/// What of a request was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Email,
    Name,
    Asked,
    Checked,
    Note,
}

/// A request, ready to be opened.
pub struct New {
    email: EmailAddress,
    asker: Asker,
    asked: Asked,
    checked: Checked,
}

impl Typed {
    /// Checks what was typed, and says all that is wrong with it.
    pub fn parse(&self) -> Result<New, Vec<Fault>> {
        let email = EmailAddress::parse(&self.email).map_err(|_| Fault::Email);
        let name = parse_line(&self.name, MAX_NAME).map_err(|_| Fault::Name);
        let asked = Asked::parse(&self.asked).ok_or(Fault::Asked);
        let checked = Checked::parse(&self.checked).ok_or(Fault::Checked);
        let note = parse_text(&self.note, MAX_NOTE).map_err(|_| Fault::Note);
        match (email, name, asked, checked, note) {
            (Ok(email), Ok(name), Ok(asked), Ok(checked), Ok(note)) => {
                let asker = Asker { email: email.as_typed().to_owned(), name, note, new_address: None };
                Ok(New { email, asker, asked, checked })
            }
            (email, name, asked, checked, note) => {
                let faults = [email.err(), name.err(), asked.err(), checked.err(), note.err()];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// Whether a case was opened in the same words by the same hands a moment ago: pressed twice, it is there once.
fn is_same(desk: &Desk<'_>, last: &Inquiry, by: &Account, new: &New) -> Result<bool, ActionError> {
    if last.account != by.id || last.done.is_some() || desk.now >= last.opened_at + AGAIN {
        return Ok(false);
    }
    let asker = open_asker(desk.vault, last)?;
    let words = |asker: &Asker| (asker.email.clone(), asker.name.clone(), asker.note.clone());
    Ok((last.asked, last.checked) == (new.asked, new.checked) && words(&asker) == words(&new.asker))
}

/// Opens a case about one person's data; returns its id. Whether anything is held about them makes no difference.
pub async fn open(
    desk: &Desk<'_>,
    organisation: &Organisation,
    by: &Account,
    new: &New,
) -> Result<Uuid, ActionError> {
    let tx = desk.db.write().await?;
    // Held, so that two who open a case at once do not get one number.
    organisations::find_to_change(&*tx, &organisation.slug).await?;
    if let Some(last) = inquiries::find_last(&*tx, organisation.id).await?
        && is_same(desk, &last, by, new)?
    {
        return Ok(last.id);
    }
    let id = desk.id();
    let inquiry = Inquiry {
        id,
        organisation: organisation.id,
        number: inquiries::next_number(&*tx, organisation.id).await?,
        account: by.id,
        asked: new.asked,
        checked: new.checked,
        sealed: desk.vault.seal(seat(id), &new.asker),
        opened_at: desk.now,
        due_at: desk.now + TERM,
        done: None,
    };
    inquiries::insert(&*tx, &inquiry, inquiry_index(desk, &new.email)).await?;
    record(&tx, desk, by.id, ("open_inquiry", id), new.checked.as_str().to_owned()).await?;
    tx.commit().await?;
    Ok(id)
}
