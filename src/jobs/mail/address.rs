//! Mails to an address that somebody says is theirs.

use super::plan::{Plan, sender};
use crate::actions::people::open_asker;
use crate::actions::people::readdress::new_address_token;
use crate::app::App;
use crate::domain::email::EmailAddress;
use crate::domain::new_address::NewAddress;
use crate::mail::{Envelope, NewAddressMail};
use crate::storage::outbox::{End, Owed};
use crate::storage::{StorageError, blocks, inquiries};

/// What is known of such a mail.
pub struct Given {
    new: NewAddress,
    email: EmailAddress,
    token: String,
    is_blocked: bool,
}

/// Nothing where its case is closed, or another address was given since.
pub async fn given(app: &App, mail: &Owed) -> Result<Option<Given>, StorageError> {
    let (db, vault) = (app.tools.db.read(), &app.tools.vault);
    let Some(id) = mail.subject else { return Ok(None) };
    let found = inquiries::find(db, id).await?.filter(|inquiry| inquiry.done.is_none());
    let asker = found.and_then(|inquiry| open_asker(vault, &inquiry).ok());
    let now = app.tools.clock.now();
    let new = asker.and_then(|asker| asker.new_address);
    let Some(new) = new.filter(|new| new.done.is_none() && now < new.expires_at) else { return Ok(None) };
    let Ok(email) = EmailAddress::parse(&new.email) else { return Ok(None) };
    let indexes = vault.indexes("email", &[&email.canonical(&app.tools.rules.email)]);
    if !mail.recipient.is_some_and(|recipient| indexes.contains(&recipient)) {
        return Ok(None);
    }
    let blocked = blocks::list(db, indexes).await?;
    let is_blocked = blocked.iter().any(|(_, block)| block.stops(mail.created_at));
    let token = new_address_token(vault, id, &new);
    Ok(Some(Given { new, email, token, is_blocked }))
}

impl Given {
    pub fn plan(&self, app: &App, mail: &Owed) -> Plan {
        if self.is_blocked {
            return Plan::End(End::Suppressed);
        }
        let NewAddress { lang, expires_at, .. } = self.new;
        let letter = NewAddressMail { sender: sender(app), lang, token: &self.token, expires_at }.letter();
        let (to, at) = (self.email.to_send(), app.tools.clock.now());
        let (reply_to, return_to, list, attached) = (None, None, None, None);
        let envelope = Envelope { id: mail.id, to, reply_to, return_to, letter, list, attached, at };
        Plan::Send { domain: self.email.domain().to_owned(), envelope: Box::new(envelope) }
    }
}
