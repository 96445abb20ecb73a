//! Those whom campaigns ask: public persons with an office, and where they are reached.

mod part;
pub mod plan;
mod province;
pub mod roster;
pub mod sheet;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::content::Addressee;
use super::disclosure::Disclosure;
use super::lang::Lang;
use super::moment::Moment;
use super::words::Words;

pub use part::{Fault, Flaw, Part, folded};
pub use province::{code_of, province_words};

/// What is known of an official. What is not known is not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Details(BTreeMap<Part, String>);

impl Details {
    /// Puts what was typed into its form, and names all that is wrong with it.
    pub fn parse(typed: &BTreeMap<Part, String>) -> Result<Self, Vec<Fault>> {
        let tidy = |part: Part| (part, part.tidy(typed.get(&part).map_or("", String::as_str)));
        let parts: Vec<_> = Part::ALL.into_iter().map(tidy).collect();
        let fault = |(part, text): &(Part, String)| Some(Fault { part: *part, flaw: part.flaw(text)? });
        let mut faults: Vec<_> = parts.iter().filter_map(fault).collect();
        let details = Self(parts.into_iter().filter(|(_, text)| !text.is_empty()).collect());
        let (from, until) = (details.get(Part::From), details.get(Part::Until));
        if faults.is_empty() && !from.is_empty() && !until.is_empty() && until < from {
            faults.push(Fault { part: Part::Until, flaw: Flaw::Backwards });
        }
        if faults.is_empty() { Ok(details) } else { Err(faults) }
    }

    /// Empty where it is not known.
    pub fn get(&self, part: Part) -> &str {
        self.0.get(&part).map_or("", String::as_str)
    }

    pub fn as_typed(&self) -> BTreeMap<Part, String> {
        self.0.clone()
    }

    /// Given name and family name.
    pub fn name(&self) -> String {
        [self.get(Part::GivenName), self.get(Part::FamilyName)].join(" ").trim().to_owned()
    }

    /// With what they are addressed by.
    pub fn full_name(&self) -> String {
        [self.get(Part::Honorific), &self.name()].join(" ").trim().to_owned()
    }

    /// Whether nobody is named: the name is that of the office.
    pub fn is_office(&self) -> bool {
        let name = folded(&self.name());
        !name.is_empty()
            && [Part::OfficeEn, Part::OfficeFr].iter().any(|part| folded(self.get(*part)) == name)
    }

    /// As people call them: by name, or by the office where nobody is named.
    pub fn named(&self, lang: Lang) -> String {
        if self.is_office() { self.office(lang).to_owned() } else { self.full_name() }
    }

    /// The same with the office.
    pub fn titled(&self, lang: Lang) -> String {
        let (name, office) = (self.named(lang), self.office(lang));
        if office.is_empty() || self.is_office() { name } else { format!("{name}, {office}") }
    }

    /// In the language, or in the other where only that is known.
    fn either(&self, lang: Lang, en: Part, fr: Part) -> &str {
        let (own, other) = if lang == Lang::En { (en, fr) } else { (fr, en) };
        if self.get(own).is_empty() { self.get(other) } else { self.get(own) }
    }

    pub fn office(&self, lang: Lang) -> &str {
        self.either(lang, Part::OfficeEn, Part::OfficeFr)
    }

    pub fn body(&self, lang: Lang) -> &str {
        self.either(lang, Part::BodyEn, Part::BodyFr)
    }

    /// The order in which officials stand: by family name, then given name, then riding.
    pub fn order(&self) -> String {
        [Part::FamilyName, Part::GivenName, Part::Riding].map(|part| folded(self.get(part))).join(" ")
    }

    /// Whether they are in office on a day, written `2026-11-22`.
    pub fn is_in_office(&self, today: &str) -> bool {
        let until = self.get(Part::Until);
        until.is_empty() || until >= today
    }

    /// The parts in which two differ.
    pub fn differing(&self, other: &Self) -> Vec<Part> {
        Part::ALL.into_iter().filter(|part| self.get(*part) != other.get(*part)).collect()
    }
}

/// How the entry that stayed was before another was merged into it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedOver {
    pub stays: Uuid,
    /// The revision that merging made: once it has risen further, what was there before is no longer what to go back to.
    pub revision: i32,
    pub before: Details,
}

/// An official in the directory of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Official {
    pub id: Uuid,
    pub organisation: i32,
    /// Rises with every change.
    pub revision: i32,
    pub details: Details,
    /// The one they turned out to be, once two entries were merged.
    pub merged_into: Option<Uuid>,
    /// What takes that back.
    pub merged_over: Option<MergedOver>,
    pub updated_at: Moment,
}

impl Official {
    /// As a campaign addresses them: the words are copied, since what was signed does not change with the directory.
    pub fn addressee(&self, disclosure: Disclosure) -> Addressee {
        let office = |lang: Lang| {
            let parts = [self.details.office(lang), self.details.body(lang)];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let key: String = self.id.simple().to_string().chars().skip(20).collect();
        Addressee {
            key: format!("{}-{key}", folded(self.details.get(Part::FamilyName))),
            name: self.details.full_name(),
            office: Lang::ALL.into_iter().map(|lang| (lang, office(lang))).collect::<Words>(),
            disclosure,
            official: Some(self.id),
        }
    }
}

/// A day as the directory writes it.
pub fn written_day(at: Moment) -> String {
    at.to_string().get(..10).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests;
