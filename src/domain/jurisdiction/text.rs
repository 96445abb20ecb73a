//! The text of an official petition, as it is written and as it is frozen.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Jurisdiction, Part, Repeats};
use crate::domain::digest::sha256;
use crate::domain::tag::Tag;

/// What is longer than this is no part of a petition, and is not even kept.
pub const MOST: usize = 20_000;

/// The text in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wording {
    /// Who the addressee is, where it is one of several.
    pub name: String,
    /// Who petitions, where the parliament's template does not say so.
    pub petitioners: String,
    pub subject: String,
    pub grievance: String,
    pub prayer: String,
}

impl Wording {
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Name => &self.name,
            Part::Petitioners => &self.petitioners,
            Part::Subject => &self.subject,
            Part::Grievance => &self.grievance,
            Part::Prayer => &self.prayer,
        }
    }

    const fn part_mut(&mut self, part: Part) -> &mut String {
        match part {
            Part::Name => &mut self.name,
            Part::Petitioners => &mut self.petitioners,
            Part::Subject => &mut self.subject,
            Part::Grievance => &mut self.grievance,
            Part::Prayer => &mut self.prayer,
        }
    }

    pub fn is_empty(&self) -> bool {
        Part::ALL.into_iter().all(|part| self.part(part).trim().is_empty())
    }
}

/// The text in all its languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PetitionText {
    /// The key of the addressee.
    pub addressee: String,
    pub repeats: Repeats,
    pub wordings: BTreeMap<Tag, Wording>,
}

/// Lines end with `\n`, and nothing stands around it.
fn tidy(typed: &str, part: Part) -> String {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    match part {
        Part::Grievance => text.trim().to_owned(),
        _ => text.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

impl PetitionText {
    /// A text in which nothing has been written.
    pub fn new(jurisdiction: &Jurisdiction) -> Self {
        Self {
            addressee: jurisdiction.addressees.first().map(|one| one.key.clone()).unwrap_or_default(),
            repeats: jurisdiction.repeats.first().copied().unwrap_or_default(),
            wordings: BTreeMap::new(),
        }
    }

    /// Whether a part is longer than any that is kept.
    pub fn is_too_long(&self) -> bool {
        let parts = self.wordings.values().flat_map(|wording| Part::ALL.map(|part| wording.part(part)));
        parts.into_iter().any(|text| text.chars().count() > MOST)
    }

    /// What a form says.
    pub fn typed(jurisdiction: &Jurisdiction, mut field: impl FnMut(&str) -> String) -> Self {
        let mut text = Self::new(jurisdiction);
        let addressee = field("addressee");
        if jurisdiction.addressee(&addressee).is_some() {
            text.addressee = addressee;
        }
        let repeats = Repeats::parse(&field("repeats"));
        if let Some(repeats) = repeats.filter(|one| jurisdiction.repeats.contains(one)) {
            text.repeats = repeats;
        }
        for tag in &jurisdiction.languages {
            let mut wording = Wording::default();
            for part in Part::ALL {
                *wording.part_mut(part) = tidy(&field(&format!("{}.{tag}", part.as_str())), part);
            }
            if !wording.is_empty() {
                text.wordings.insert(tag.clone(), wording);
            }
        }
        text
    }

    pub fn wording(&self, tag: &str) -> Option<&Wording> {
        self.wordings.get(tag).filter(|wording| !wording.is_empty())
    }

    /// The languages in which something is written, in the parliament's order.
    pub fn tags<'a>(&'a self, jurisdiction: &'a Jurisdiction) -> impl Iterator<Item = &'a Tag> {
        jurisdiction.languages.iter().filter(|tag| self.wording(tag.as_str()).is_some())
    }

    /// As it is stored, and its SHA-256 in hexadecimal.
    pub fn written(&self) -> (String, String) {
        let json = serde_json::to_string(self).expect("a text is plain strings");
        let digest = sha256(json.as_bytes());
        (json, digest)
    }

    /// What differs from another, by the names of the fields: there and here.
    pub fn differences(&self, jurisdiction: &Jurisdiction, theirs: &Self) -> Vec<(String, String, String)> {
        let mut found = Vec::new();
        let mut compare = |name: String, theirs: &str, mine: &str| {
            if theirs != mine {
                found.push((name, theirs.to_owned(), mine.to_owned()));
            }
        };
        compare("addressee".to_owned(), &theirs.addressee, &self.addressee);
        compare("repeats".to_owned(), theirs.repeats.as_str(), self.repeats.as_str());
        let none = Wording::default();
        for tag in &jurisdiction.languages {
            let of = |text: &Self| text.wording(tag.as_str()).unwrap_or(&none).clone();
            for part in Part::ALL {
                compare(format!("{}.{tag}", part.as_str()), of(theirs).part(part), of(self).part(part));
            }
        }
        found
    }
}
