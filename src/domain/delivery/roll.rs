//! Who stands on the roll of a delivery, line by line.

use std::sync::Arc;

use crate::domain::disclosure::Disclosure;

/// As what somebody signed. In this order they stand on the roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Organisation,
    Professional,
    /// Online, confirmed by email.
    Person,
    /// On a sheet of paper, typed in.
    Paper,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Organisation, Self::Professional, Self::Person, Self::Paper];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Professional => "professional",
            Self::Person => "person",
            Self::Paper => "paper",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Where a line belongs, by codes; each is empty where it is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// ISO 3166-2, or the country.
    pub region: String,
    /// As the table of ridings has it.
    pub riding: String,
}

/// What is handed over of somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    /// Of a professional their role and affiliation, of an organisation its website; else empty.
    pub detail: String,
    pub city: String,
    /// Empty below full disclosure, as is the comment.
    pub postal_code: String,
    pub comment: String,
}

/// Keeps a person out of logs and panics.
impl std::fmt::Debug for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Named(…)")
    }
}

impl Named {
    /// What of it may be handed over at a level; nothing where that is no name.
    pub fn at(mut self, disclosure: Disclosure) -> Shown {
        match disclosure {
            Disclosure::Numbers | Disclosure::Place => Shown::Withheld,
            Disclosure::NamePlace => {
                self.postal_code.clear();
                self.comment.clear();
                Shown::Named(self)
            }
            Disclosure::Full => Shown::Named(self),
        }
    }
}

/// How somebody shows on the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    Named(Named),
    /// They signed when this addressee was to be told less.
    Withheld,
    /// They took their signature back after the cut-off, or were erased.
    Left,
}

/// A line of the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counts from 1; it never changes once the delivery is frozen.
    pub number: i64,
    pub kind: Kind,
    /// Shared by all who live there.
    pub place: Arc<Place>,
    /// The version of the text that they signed.
    pub text_version: i32,
    pub shown: Shown,
}
