//! What the team writes down of its dealings with an addressee: who was met or called, when, and what was said.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::date::PartialDate;
use super::form::parse_text;
use super::moment::Moment;
use super::name::parse_line;
use super::reply;

/// The longest name and note, in characters.
pub const MAX_WITH: usize = 200;
pub const MAX_NOTE: usize = 5_000;

/// So many years ahead the team can plan to come back.
const FARTHEST: i32 = 3;

/// By which way the team had to do with an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    Meeting,
    Call,
    Letter,
    Email,
    Other,
}

impl Means {
    pub const ALL: [Self; 5] = [Self::Meeting, Self::Call, Self::Letter, Self::Email, Self::Other];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Call => "call",
            Self::Letter => "letter",
            Self::Email => "email",
            Self::Other => "other",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|means| means.as_str() == text)
    }
}

/// What is kept sealed of a contact: it names people who never asked to be known here.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// With whom, such as the name of somebody at the office.
    pub with: String,
    pub note: String,
}

/// Keeps names out of logs.
impl std::fmt::Debug for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Said(…)")
    }
}

/// A contact as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub id: Uuid,
    pub campaign: i32,
    /// Of the addressee, as the text of the campaign has it.
    pub key: String,
    pub means: Means,
    pub day: PartialDate,
    pub sealed: Vec<u8>,
    pub account: Option<Uuid>,
    pub created_at: Moment,
}

/// A contact as it was typed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Form {
    pub means: String,
    pub day: String,
    pub with: String,
    pub note: String,
}

/// What of the form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Means,
    Day,
    Ahead,
    With,
    Note,
    /// Neither with whom nor what was said.
    Empty,
}

/// A contact that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    pub means: Means,
    pub day: PartialDate,
    pub said: Said,
}

impl Form {
    /// Takes what was typed, or says all that is wrong with it; `today` is as those see it who typed.
    pub fn parse(&self, today: &str) -> Result<New, Vec<Fault>> {
        let means = Means::parse(&self.means).ok_or(Fault::Means);
        let day = reply::parse_day(&self.day, today);
        let day = day.map_err(|fault| if fault == reply::Fault::Ahead { Fault::Ahead } else { Fault::Day });
        let with = parse_line(&self.with, MAX_WITH).map_err(|_| Fault::With);
        let note = parse_text(&self.note, MAX_NOTE).map_err(|_| Fault::Note);
        let is_empty = with.as_ref().is_ok_and(String::is_empty) && note.as_ref().is_ok_and(String::is_empty);
        let empty = is_empty.then_some(Fault::Empty);
        match (means, day, with, note, empty) {
            (Ok(means), Ok(day), Ok(with), Ok(note), None) => {
                Ok(New { means, day, said: Said { with, note } })
            }
            (means, day, with, note, empty) => {
                let faults = [means.err(), day.err(), with.err(), note.err(), empty];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// That the team is reminded of an addressee on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Of the addressee.
    pub key: String,
    pub due: PartialDate,
    pub set_by: Option<Uuid>,
}

impl FollowUp {
    /// The day that was typed; none where it is none, has passed, or is far away.
    pub fn parse_due(typed: &str, today: &str) -> Option<PartialDate> {
        PartialDate::parse_ahead(typed, today, FARTHEST)
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Form, Means};

    fn form() -> Form {
        let text = |text: &str| text.to_owned();
        Form {
            means: text("call"),
            day: text("2026-11-20"),
            with: text("Chief of staff"),
            note: text("Calls back."),
        }
    }

    #[test]
    fn a_contact_says_how_when_and_with_whom_or_what() {
        let today = "2026-11-22";
        assert_eq!(form().parse(today).unwrap().means, Means::Call);
        let faults = |form: Form| form.parse(today).unwrap_err();
        assert_eq!(faults(Form::default()), [Fault::Means, Fault::Day, Fault::Empty]);
        assert_eq!(faults(Form { day: "2026-11-23".to_owned(), ..form() }), [Fault::Ahead]);
        assert_eq!(faults(Form { with: "x".repeat(201), ..form() }), [Fault::With]);
        assert_eq!(faults(Form { note: "x".repeat(5_001), ..form() }), [Fault::Note]);
        assert_eq!(faults(Form { with: "a\nb".to_owned(), ..form() }), [Fault::With]);
        assert!(Means::ALL.into_iter().all(|means| Means::parse(means.as_str()) == Some(means)));
    }
}
