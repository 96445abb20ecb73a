//! What a parliament asks of the words of a petition.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::tag::Tag;
use crate::domain::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// One of the words must stand there.
    Require,
    /// None may.
    Forbid,
    /// The text begins with one of them.
    Begin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// It cannot be printed so.
    Error,
    Warning,
    Reminder,
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    Name,
    Petitioners,
    Subject,
    Grievance,
    Prayer,
}

impl Part {
    pub const ALL: [Self; 5] = [Self::Name, Self::Petitioners, Self::Subject, Self::Grievance, Self::Prayer];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Petitioners => "petitioners",
            Self::Subject => "subject",
            Self::Grievance => "grievance",
            Self::Prayer => "prayer",
        }
    }
}

/// A rule about words; a `*` at the end of one stands for any ending.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub kind: Kind,
    pub level: Level,
    #[serde(rename = "in")]
    pub parts: Vec<Part>,
    pub(super) words: BTreeMap<Tag, Vec<String>>,
    /// What is told to whoever writes.
    pub says: Words,
}

impl Rule {
    /// The words in a language; a rule without them says nothing of it.
    pub fn words(&self, tag: &str) -> &[String] {
        self.words.get(tag).map_or(&[], Vec::as_slice)
    }
}
