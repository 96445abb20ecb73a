use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::email::EmailAddress;
use super::form::parse_text;
use super::lang::Lang;
use super::moment::Moment;
use super::name::{FullName, parse_line};
use super::refusal::{Field, Reason, Refusal};

/// The longest message and the longest answer, in characters.
pub const MAX_MESSAGE: usize = 5000;

/// The longest subject of an answer: it fits one line of a list.
pub const MAX_SUBJECT: usize = 150;

/// Where a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Open,
    Answered,
    Done,
    Spam,
}

impl State {
    pub const ALL: [Self; 4] = [Self::Open, Self::Answered, Self::Done, Self::Spam];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Done => "done",
            Self::Spam => "spam",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// What somebody wrote to the organisers, as it is sealed.
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
        let message = body(message).map_err(|reason| refuse(Field::Message, reason)).ok();
        match (name, email, message) {
            (Some(name), Some(email), Some(message)) => {
                Ok(Self { name: name.as_str().to_owned(), email: email.as_typed().to_owned(), message, lang })
            }
            _ => Err(refusals),
        }
    }
}

/// Keeps a message out of logs and panics.
impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Message(…)")
    }
}

fn body(typed: &str) -> Result<String, Reason> {
    let text = parse_text(typed, MAX_MESSAGE)?;
    if text.is_empty() { Err(Reason::Missing) } else { Ok(text) }
}

/// Checks what staff note about a message; nothing where nothing was typed.
pub fn parse_note(typed: &str) -> Result<String, Refusal> {
    parse_text(typed, MAX_MESSAGE).map_err(|reason| Refusal { field: Field::Note, reason })
}

/// What staff answer, as it is sealed.
#[derive(Clone, Serialize, Deserialize)]
pub struct Answer {
    pub subject: String,
    pub text: String,
}

impl Answer {
    /// Checks what was typed. The subject is one line of plain text: nothing in it begins another header.
    pub fn parse(subject: &str, text: &str) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let mut refuse = |field, reason| refusals.push(Refusal { field, reason });
        let line = parse_line(subject, MAX_SUBJECT)
            .and_then(|line| if line.is_empty() { Err(Reason::Missing) } else { Ok(line) });
        let subject = line.map_err(|reason| refuse(Field::Subject, reason)).ok();
        let text = body(text).map_err(|reason| refuse(Field::Message, reason)).ok();
        match (subject, text) {
            (Some(subject), Some(text)) => Ok(Self { subject, text }),
            _ => Err(refusals),
        }
    }
}

/// Keeps an answer out of logs and panics.
impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answer(…)")
    }
}

/// A message as it is kept.
#[derive(Clone, Debug)]
pub struct Received {
    pub id: Uuid,
    pub campaign: i32,
    pub state: State,
    pub lang: Lang,
    pub sealed: Vec<u8>,
    pub email_index: super::household::Index,
    /// What staff noted about it, sealed; empty where they noted nothing.
    pub note: Vec<u8>,
    /// Rises with every change.
    pub revision: i32,
    pub created_at: Moment,
}

/// An answer as it is kept.
#[derive(Clone, Debug)]
pub struct Sent {
    pub id: Uuid,
    pub message: Uuid,
    pub sealed: Vec<u8>,
    pub account: Uuid,
    pub created_at: Moment,
}

#[cfg(test)]
mod tests {
    use super::{Answer, Field, Reason};

    #[test]
    fn nothing_in_a_subject_begins_another_header() {
        for bad in ["Re\r\nBcc: all@example.org", "Re\nX: y", "Re\u{2028}X", "Re\0", "Re\u{202e}x"] {
            let refused = Answer::parse(bad, "Hello").unwrap_err();
            assert_eq!((refused[0].field, refused[0].reason), (Field::Subject, Reason::ControlCharacters));
        }
        let missing = Answer::parse(" ", " \n ").unwrap_err();
        assert!(missing.len() == 2 && missing.iter().all(|one| one.reason == Reason::Missing));
        assert!(Answer::parse(&"x".repeat(151), "Hello").is_err());
        assert_eq!(Answer::parse("Re: رسالة", "Hello").unwrap().subject, "Re: رسالة");
    }
}
