//! Mails to who signs an open letter or writes a postcard, and answers to messages: planned one by one, for they are few.

use std::collections::HashMap;

use super::address::{self, Given};
use super::cards::{Card, card};
use super::plan::{Plan, sender, to_one};
use super::rows::Key;
use crate::actions::contact::message_seat;
use crate::actions::messages::answer_seat;
use crate::actions::sign_on;
use crate::app::App;
use crate::domain::email::EmailAddress;
use crate::domain::household::Index;
use crate::domain::message::{Answer, Message};
use crate::domain::sign_on::{SignOn, Signatory, State};
use crate::mail::{AnswerMail, ConfirmSignOn, Envelope, Letter, To, decided, signed_on};
use crate::storage::outbox::{End, Kind, Owed};
use crate::storage::{StorageError, blocks, messages, sign_ons, suppressions};

/// What is known of the mails of a batch.
#[derive(Default)]
pub struct Few {
    signed: HashMap<Key, Signed>,
    answers: HashMap<Key, Answered>,
    given: HashMap<Key, Given>,
    cards: HashMap<Key, Card>,
}

/// A sign-on and whose it is.
struct Signed {
    one: SignOn,
    signatory: Signatory,
    email: EmailAddress,
    /// Whether its address wants no mail that is made at this moment.
    is_unwanted: bool,
}

struct Answered {
    message: Message,
    answer: Answer,
}

impl Few {
    pub async fn of(app: &App, mails: &[Owed]) -> Result<Self, StorageError> {
        let mut few = Self::default();
        for mail in mails {
            let Some(id) = mail.subject else { continue };
            let key = (mail.campaign, id);
            match mail.kind {
                Kind::SignOn | Kind::SignedOn | Kind::SignOnDecided => {
                    if let Some(found) = signed(app, mail, key).await? {
                        few.signed.insert((mail.campaign, mail.id), found);
                    }
                }
                Kind::Postcard | Kind::PostcardAgain | Kind::PostcardTaken | Kind::PostcardDecided => {
                    if let Some(found) = card(app, mail, key).await? {
                        few.cards.insert((mail.campaign, mail.id), found);
                    }
                }
                Kind::Answer => {
                    if let Some(found) = answered(app, key).await? {
                        few.answers.insert((mail.campaign, mail.id), found);
                    }
                }
                Kind::NewAddress => {
                    if let Some(found) = address::given(app, mail).await? {
                        few.given.insert((mail.campaign, mail.id), found);
                    }
                }
                _ => {}
            }
        }
        Ok(few)
    }

    /// What to do with a mail; nothing where what it was about is gone.
    pub fn plan(&self, app: &App, mail: &Owed) -> Option<Plan> {
        let key = (mail.campaign, mail.id);
        if mail.kind == Kind::Answer {
            return self.answers.get(&key)?.plan(app, mail);
        }
        if mail.kind == Kind::NewAddress {
            return self.given.get(&key).map(|given| given.plan(app, mail));
        }
        if let Some(card) = self.cards.get(&key) {
            return card.plan(app, mail);
        }
        let signed = self.signed.get(&key)?;
        let letter = signed.letter(app, mail)?;
        if signed.is_unwanted {
            return Some(Plan::End(End::Suppressed));
        }
        Some(to_one(app, mail, signed.one.id, &signed.email, letter))
    }
}

async fn signed(app: &App, mail: &Owed, (campaign, id): Key) -> Result<Option<Signed>, StorageError> {
    let db = app.tools.db.read();
    let Some(one) = sign_ons::find(db, campaign, id).await? else { return Ok(None) };
    let Ok(signatory) = sign_on::open_signatory(&app.tools.vault, &one) else { return Ok(None) };
    let Ok(email) = EmailAddress::parse(&signatory.person.email) else { return Ok(None) };
    let is_unwanted = is_unwanted(app, mail, &email).await?;
    Ok(Some(Signed { one, signatory, email, is_unwanted }))
}

/// Whether an address wants no mail that is made at this moment.
pub(super) async fn is_unwanted(app: &App, mail: &Owed, email: &EmailAddress) -> Result<bool, StorageError> {
    let db = app.tools.db.read();
    let addresses: Vec<Index> = app.tools.vault.indexes("email", &[&email.canonical(&app.tools.rules.email)]);
    let blocked = blocks::list(db, addresses.clone()).await?;
    let is_blocked = blocked.iter().any(|(_, block)| block.stops(mail.created_at));
    Ok(is_blocked || !suppressions::list(db, mail.campaign, addresses).await?.is_empty())
}

async fn answered(app: &App, (campaign, id): Key) -> Result<Option<Answered>, StorageError> {
    let (db, vault) = (app.tools.db.read(), &app.tools.vault);
    let Some(sent) = messages::find_answer(db, id).await? else { return Ok(None) };
    let Some(message) = messages::find(db, sent.message).await? else { return Ok(None) };
    let message = vault.open(message_seat(campaign, message.id), &message.sealed);
    let answer = vault.open(answer_seat(campaign, sent.id), &sent.sealed);
    Ok(message.ok().zip(answer.ok()).map(|(message, answer)| Answered { message, answer }))
}

impl Signed {
    fn letter(&self, app: &App, mail: &Owed) -> Option<Letter> {
        let campaign = app.hub.campaign_by_id(mail.campaign)?;
        let (vault, one) = (&app.tools.vault, &self.one);
        let mine_token = &sign_on::mine_token(vault, one.campaign, one.id);
        let name = &self.signatory.person.name;
        let to = To { sender: sender(app), lang: one.lang, campaign: &campaign, name, mine_token };
        match (mail.kind, one.state) {
            (Kind::SignOn, State::Pending) => {
                let letter = ConfirmSignOn {
                    to,
                    organisation: &self.signatory.organisation,
                    display: one.display,
                    updates: one.updates_since.is_some(),
                    text_version: one.text_version,
                    expires_at: one.expires_at,
                    confirm_token: &sign_on::confirm_token(vault, one.campaign, one.id, one.expires_at),
                    code: &vault.code(one.campaign, one.id, mail.number),
                };
                Some(letter.letter())
            }
            (Kind::SignedOn, state) if state.is_confirmed() => Some(signed_on(to)),
            (Kind::SignOnDecided, State::Vetted) => Some(decided(to, None)),
            (Kind::SignOnDecided, State::Declined) => one.decline_reason.map(|why| decided(to, Some(why))),
            _ => None,
        }
    }
}

impl Answered {
    fn plan(&self, app: &App, mail: &Owed) -> Option<Plan> {
        let campaign = app.hub.campaign_by_id(mail.campaign)?;
        let Self { message, answer } = self;
        let email = EmailAddress::parse(&message.email).ok()?;
        let letter = AnswerMail {
            sender: sender(app),
            lang: message.lang,
            subject: &answer.subject,
            text: &answer.text,
            asked: &message.message,
            name: &message.name,
        };
        let envelope = Envelope {
            id: mail.id,
            to: email.to_send(),
            reply_to: Some(campaign.content.contact.clone()),
            return_to: None,
            letter: letter.letter(),
            list: None,
            attached: None,
            at: app.tools.clock.now(),
        };
        Some(Plan::Send { domain: email.domain().to_owned(), envelope: Box::new(envelope) })
    }
}
