//! Mails to who writes postcards: planned one by one, for they are few beside signatures.

use super::letters::is_unwanted;
use super::plan::{Plan, sender, to_one};
use super::rows::Key;
use crate::actions::postcards;
use crate::app::App;
use crate::domain::email::EmailAddress;
use crate::domain::postcard::{Postcard, State, Written};
use crate::mail::{ConfirmPostcard, Letter, To, card_decided, card_taken, written_before};
use crate::storage::outbox::{End, Kind, Owed};
use crate::storage::{StorageError, officials, postcards as rows};

/// A card and whose it is.
pub(super) struct Card {
    one: Postcard,
    written: Written,
    email: EmailAddress,
    /// The official as people call them.
    official: String,
    /// Whether its address wants no mail that is made at this moment.
    is_unwanted: bool,
}

pub(super) async fn card(app: &App, mail: &Owed, (campaign, id): Key) -> Result<Option<Card>, StorageError> {
    let db = app.tools.db.read();
    let Some(one) = rows::find(db, campaign, id).await? else { return Ok(None) };
    let Ok(written) = postcards::open_written(&app.tools.vault, &one) else { return Ok(None) };
    let Ok(email) = EmailAddress::parse(&written.person.email) else { return Ok(None) };
    let official = officials::resolve(db, one.official).await?;
    let official = official.map(|official| official.details.named(one.lang)).unwrap_or_default();
    let is_unwanted = is_unwanted(app, mail, &email).await?;
    Ok(Some(Card { one, written, email, official, is_unwanted }))
}

impl Card {
    pub(super) fn plan(&self, app: &App, mail: &Owed) -> Option<Plan> {
        let letter = self.letter(app, mail)?;
        if self.is_unwanted {
            return Some(Plan::End(End::Suppressed));
        }
        Some(to_one(app, mail, self.one.id, &self.email, letter))
    }

    fn letter(&self, app: &App, mail: &Owed) -> Option<Letter> {
        let campaign = app.hub.campaign_by_id(mail.campaign)?;
        let (vault, one) = (&app.tools.vault, &self.one);
        let mine_token = &postcards::mine_token(vault, one.campaign, one.id);
        let name = &self.written.person.name;
        let to = To { sender: sender(app), lang: one.lang, campaign: &campaign, name, mine_token };
        match (mail.kind, one.state) {
            (Kind::Postcard, State::Pending) => {
                let letter = ConfirmPostcard {
                    to,
                    official: &self.official,
                    sender: one.sender,
                    updates: one.updates_since.is_some(),
                    expires_at: one.expires_at,
                    confirm_token: &postcards::confirm_token(vault, one.campaign, one.id, one.expires_at),
                    code: &vault.code(one.campaign, one.id, mail.number),
                };
                Some(letter.letter())
            }
            (Kind::PostcardAgain, state) if state.is_confirmed() => Some(written_before(to, &self.official)),
            (Kind::PostcardTaken, state) if state.stands() => Some(card_taken(to)),
            (Kind::PostcardDecided, state) if Some(state) == one.told => card_decided(to, state, one.because),
            _ => None,
        }
    }
}
