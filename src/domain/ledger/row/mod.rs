//! The rows of a sheet of signatures, as somebody types them in with the sheet in the other hand.

mod typed;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::moment::Moment;
use crate::domain::name::FullName;
use crate::domain::rulebook::Rulebook;

pub use typed::Typed;

/// The most rows that a sheet may have: more than fit on any.
pub const MOST_ROWS: i32 = 200;

/// Who signed on paper. No address of mail is asked, since none is needed to count.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    #[serde(rename = "n", default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    #[serde(rename = "p", default, skip_serializing_if = "String::is_empty")]
    pub postal_code: String,
    #[serde(rename = "c", default, skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// ISO 3166-1 alpha-2.
    #[serde(rename = "o")]
    pub country: String,
    /// Whoever typed it doubts what they read.
    #[serde(rename = "d", default, skip_serializing_if = "std::ops::Not::not")]
    pub is_doubted: bool,
}

/// Keeps a person out of logs and panics.
impl std::fmt::Debug for Signatory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signatory(…)")
    }
}

impl Signatory {
    /// The name as names are compared; empty where it could not be read.
    pub fn comparable(&self) -> String {
        FullName::parse(&self.name).map(|name| name.comparable()).unwrap_or_default()
    }
}

/// Whether a row counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Stands,
    /// Somebody has to look at the paper.
    Doubtful,
    /// The same person has signed online, or on another row.
    Repeat,
    /// Somebody decided that it does not count.
    Struck,
}

impl State {
    pub const ALL: [Self; 4] = [Self::Stands, Self::Doubtful, Self::Repeat, Self::Struck];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Doubtful => "doubtful",
            Self::Repeat => "repeat",
            Self::Struck => "struck",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// How many signatures of those that were counted by hand fall away with a row in this state.
    pub const fn fallen(self) -> i64 {
        match self {
            Self::Stands => 0,
            _ => 1,
        }
    }
}

/// Why a row does not stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// There is no name that can be read.
    Unreadable,
    /// It does not say where the person lives.
    NoPlace,
    /// Whoever typed it doubts it.
    Typist,
    /// The same name and postal code have signed online.
    Online,
    /// They stand on another row.
    Paper,
    /// Somebody of the same name in the same place has signed online, and the row has no postal code.
    Alike,
    /// Whoever judged it struck it out.
    Judged,
    /// The person asked to be erased.
    Erased,
}

impl Because {
    pub const ALL: [Self; 8] = [
        Self::Unreadable,
        Self::NoPlace,
        Self::Typist,
        Self::Online,
        Self::Paper,
        Self::Alike,
        Self::Judged,
        Self::Erased,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NoPlace => "no_place",
            Self::Typist => "typist",
            Self::Online => "online",
            Self::Paper => "paper",
            Self::Alike => "alike",
            Self::Judged => "judged",
            Self::Erased => "erased",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|because| because.as_str() == text)
    }
}

/// A row that was typed in.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: Uuid,
    pub batch: i32,
    pub sheet: i32,
    /// Counts from 1 within the sheet.
    pub place: i32,
    pub state: State,
    pub because: Option<Because>,
    pub sealed: Vec<u8>,
    pub typed_by: Option<Uuid>,
    pub typed_at: Moment,
    /// Who decided about it; none: the rules did.
    pub decided_by: Option<Uuid>,
}

/// What is known elsewhere of the person on a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    pub online: bool,
    pub paper: bool,
    /// The row has no postal code, and somebody of the same name in the same place signed online.
    pub perhaps_online: bool,
}

/// A row that was checked, before it is compared with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRow {
    pub signatory: Signatory,
    /// Whether the post of the country uses codes and none was given.
    pub lacks_code: bool,
}

impl NewRow {
    /// Of somebody who stands on a row already.
    pub fn of(signatory: Signatory, rules: &Rulebook) -> Self {
        let uses_codes = rules.countries.get(&signatory.country).is_some_and(|country| country.postal);
        let lacks_code = uses_codes && signatory.postal_code.is_empty();
        Self { signatory, lacks_code }
    }

    /// Whether it counts, by the rules.
    pub fn judge(&self, known: Known) -> (State, Option<Because>) {
        if self.signatory.name.is_empty() {
            (State::Doubtful, Some(Because::Unreadable))
        } else if known.online {
            (State::Repeat, Some(Because::Online))
        } else if known.paper {
            (State::Repeat, Some(Because::Paper))
        } else if self.signatory.is_doubted {
            (State::Doubtful, Some(Because::Typist))
        } else if known.perhaps_online {
            (State::Doubtful, Some(Because::Alike))
        } else if self.lacks_code && self.signatory.city.is_empty() {
            (State::Doubtful, Some(Because::NoPlace))
        } else {
            (State::Stands, None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Because, Known, Signatory, State, Typed};
    use crate::domain::refusal::Field;
    use crate::domain::rulebook::Rulebook;

    fn typed(name: &str, postal_code: &str) -> Typed {
        Typed { name: name.into(), postal_code: postal_code.into(), country: "CA".into(), ..Typed::default() }
    }

    #[test]
    fn a_ditto_is_what_stands_above() {
        let above = Signatory {
            postal_code: "K1A 0A6".into(),
            city: "Ottawa".into(),
            country: "CA".into(),
            ..Signatory::default()
        };
        let below = Typed { city: "〃".into(), ..typed("Ben \"Bo\" Roy", " \" ") }.below(Some(&above));
        assert_eq!(
            (&*below.postal_code, &*below.city, &*below.name),
            ("K1A 0A6", "Ottawa", "Ben \"Bo\" Roy")
        );
        assert_eq!(typed("Ben", "\"").below(None).postal_code, "");
    }

    #[test]
    fn a_row_stands_unless_something_speaks_against_it() {
        let rules = Rulebook::built_in();
        let row = |typed: Typed| typed.parse(&rules).unwrap();
        let none = Known::default();
        let whole = row(typed("Anna Roy", "k1a0a6"));
        assert_eq!(whole.signatory.postal_code, "K1A 0A6");
        assert_eq!(whole.judge(none), (State::Stands, None));
        assert_eq!(
            whole.judge(Known { online: true, paper: true, ..none }),
            (State::Repeat, Some(Because::Online))
        );
        assert_eq!(whole.judge(Known { paper: true, ..none }), (State::Repeat, Some(Because::Paper)));
        assert_eq!(row(typed("Anna Roy", "")).judge(none), (State::Doubtful, Some(Because::NoPlace)));
        let with_city = Typed { city: "Ottawa".into(), ..typed("Anna Roy", "") };
        assert_eq!(row(with_city).judge(none), (State::Stands, None));
        let doubted = Typed { is_doubted: true, ..typed("", "K1A 0A6") };
        assert_eq!(row(doubted).judge(none), (State::Doubtful, Some(Because::Unreadable)));
    }

    #[test]
    fn what_is_no_row_is_refused() {
        let rules = Rulebook::built_in();
        let fields = |typed: Typed| -> Vec<Field> {
            typed.parse(&rules).unwrap_err().iter().map(|refusal| refusal.field).collect()
        };
        assert_eq!(fields(typed("", "K1A 0A6")), [Field::Name]);
        assert_eq!(fields(typed("=1+1", "K1A 0A6")), [Field::Name]);
        assert_eq!(fields(Typed { country: "XX".into(), ..typed("Anna", "") }), [Field::Country]);
    }
}
