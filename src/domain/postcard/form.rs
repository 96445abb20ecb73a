use uuid::Uuid;

use super::message::Message;
use super::{Sender, Written};
use crate::domain::campaign::Edition;
use crate::domain::display::Display;
use crate::domain::form::SignatureForm;
use crate::domain::lang::Lang;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::rulebook::Rulebook;
use crate::domain::signature::NewSignature;

/// To whom somebody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addressed {
    /// One of those who are offered.
    Official(Uuid),
    /// The member for their own postal code.
    Member,
}

impl Addressed {
    /// As a form names the member.
    pub const MEMBER: &'static str = "member";

    fn parse(typed: &str) -> Result<Self, Reason> {
        match typed.trim() {
            "" => Err(Reason::Missing),
            Self::MEMBER => Ok(Self::Member),
            typed => typed.parse().map(Self::Official).map_err(|_| Reason::Unknown),
        }
    }
}

/// The form as it was typed: a signature's, and what is asked besides.
#[derive(Clone, Default)]
pub struct PostcardForm {
    pub official: String,
    pub design: String,
    pub message: String,
    pub sender: String,
    pub person: SignatureForm,
}

/// A form that passed every rule.
#[derive(Clone, Debug)]
pub struct NewPostcard {
    pub person: NewSignature,
    pub to: Addressed,
    pub design: Uuid,
    pub message: Message,
    pub sender: Sender,
}

/// What a form says besides who its writer is.
#[derive(Clone, Debug)]
pub struct Choice {
    pub to: Addressed,
    pub design: Uuid,
    pub message: Message,
    pub sender: Sender,
}

impl PostcardForm {
    /// What somebody chose and wrote, or what is wrong with it, in the order in which the form asks.
    pub fn choice(&self) -> Result<Choice, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let design: Result<Uuid, Reason> = match self.design.trim() {
            "" => Err(Reason::Missing),
            typed => typed.parse().map_err(|_| Reason::Unknown),
        };
        let design = design.map_err(|reason| refusals.push(Refusal { field: Field::Design, reason }));
        let to = Addressed::parse(&self.official)
            .map_err(|reason| refusals.push(Refusal { field: Field::Official, reason }));
        let message = Message::parse(&self.message)
            .map_err(|reason| refusals.push(Refusal { field: Field::Message, reason }));
        let public = Display::parse(&self.person.public).unwrap_or_default();
        let sender = Sender::parse(&self.sender, public)
            .map_err(|reason| refusals.push(Refusal { field: Field::Sender, reason }));
        match (design, to, message, sender) {
            (Ok(design), Ok(to), Ok(message), Ok(sender)) => Ok(Choice { to, design, message, sender }),
            _ => Err(refusals),
        }
    }

    /// Parses every field, or says of each refused one why, in the order in which the form asks.
    pub fn parse(&self, lang: Lang, rules: &Rulebook) -> Result<NewPostcard, Vec<Refusal>> {
        let choice = self.choice();
        // A card is signed for what its writer says: there is no text of ours, in whatever version.
        let none = [Edition { version: 0, digest: String::new() }];
        let person = SignatureForm { text_version: String::new(), ..self.person.clone() };
        let mut person = person.parse(lang, &none, rules);
        if let (Ok(Choice { to: Addressed::Member, .. }), Ok(sound)) = (&choice, &person)
            && sound.postal_code.is_none()
        {
            person = Err(vec![Refusal { field: Field::PostalCode, reason: Reason::Missing }]);
        }
        match (choice, person) {
            (Ok(choice), Ok(person)) => Ok(NewPostcard::new(person, choice)),
            (choice, person) => Err([choice.err(), person.err()].into_iter().flatten().flatten().collect()),
        }
    }
}

/// Keeps a form out of logs and panics.
impl std::fmt::Debug for PostcardForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PostcardForm(…)")
    }
}

impl NewPostcard {
    pub fn new(person: NewSignature, Choice { to, design, message, sender }: Choice) -> Self {
        Self { person, to, design, message, sender }
    }

    pub fn written(&self) -> Written {
        Written { person: self.person.person(), message: self.message.as_str().to_owned() }
    }
}
