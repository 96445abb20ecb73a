//! Those whom campaigns ask: public persons with an office, and where they are reached.

pub mod plan;
mod province;
pub mod roster;
pub mod sheet;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use uuid::Uuid;

use super::content::Addressee;
use super::date::PartialDate;
use super::disclosure::Disclosure;
use super::email::EmailAddress;
use super::lang::Lang;
use super::moment::Moment;
use super::words::Words;

pub use province::{code_of, province_words};

/// One thing that is known of an official, in the order in which forms and pages show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Honorific,
    GivenName,
    FamilyName,
    OfficeEn,
    OfficeFr,
    BodyEn,
    BodyFr,
    Party,
    Riding,
    /// ISO 3166-2 without its country, such as `ON`, where we know it; else as written.
    Province,
    Email,
    Phone,
    ParliamentAddress,
    ConstituencyAddress,
    /// The code of the language in which they prefer to be written to.
    Language,
    /// The first day in office.
    From,
    /// The last day in office.
    Until,
    /// The list they were taken from.
    Source,
    /// How that list names them.
    ExternalId,
}

impl Part {
    pub const ALL: [Self; 19] = [
        Self::Honorific,
        Self::GivenName,
        Self::FamilyName,
        Self::OfficeEn,
        Self::OfficeFr,
        Self::BodyEn,
        Self::BodyFr,
        Self::Party,
        Self::Riding,
        Self::Province,
        Self::Email,
        Self::Phone,
        Self::ParliamentAddress,
        Self::ConstituencyAddress,
        Self::Language,
        Self::From,
        Self::Until,
        Self::Source,
        Self::ExternalId,
    ];

    /// As forms and files name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Honorific => "honorific",
            Self::GivenName => "given_name",
            Self::FamilyName => "family_name",
            Self::OfficeEn => "office_en",
            Self::OfficeFr => "office_fr",
            Self::BodyEn => "body_en",
            Self::BodyFr => "body_fr",
            Self::Party => "party",
            Self::Riding => "riding",
            Self::Province => "province",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::ParliamentAddress => "parliament_address",
            Self::ConstituencyAddress => "constituency_address",
            Self::Language => "language",
            Self::From => "from",
            Self::Until => "until",
            Self::Source => "source",
            Self::ExternalId => "external_id",
        }
    }

    /// Whether it has lines.
    pub const fn has_lines(self) -> bool {
        matches!(self, Self::ParliamentAddress | Self::ConstituencyAddress)
    }

    pub const fn is_date(self) -> bool {
        matches!(self, Self::From | Self::Until)
    }

    const fn most(self) -> usize {
        if self.has_lines() { 500 } else { 200 }
    }

    /// What was written, in the one form in which it is kept.
    fn tidy(self, typed: &str) -> String {
        let line =
            |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect::<String>();
        if self.has_lines() {
            let lines = typed.lines().map(line).filter(|line| !line.is_empty());
            return lines.collect::<Vec<_>>().join("\n");
        }
        let text = if typed.chars().any(is_forbidden) { typed.to_owned() } else { line(typed) };
        match self {
            Self::Province => code_of(&text).map_or(text, str::to_owned),
            Self::Language => language(&text).map_or(text, |lang| lang.code().to_owned()),
            // Lists write a time of day behind it: `2021-09-20T00:00:00`.
            Self::From | Self::Until => match text.split_once(['T', ' ']) {
                Some((day, _)) => day.to_owned(),
                None => text,
            },
            _ => text,
        }
    }

    fn flaw(self, text: &str) -> Option<Flaw> {
        let in_lines = |c| self.has_lines() && c == '\n';
        if text.chars().any(|c| is_forbidden(c) && !in_lines(c)) {
            return Some(Flaw::ControlCharacters);
        }
        if text.chars().count() > self.most() {
            return Some(Flaw::TooLong(self.most()));
        }
        if text.is_empty() {
            return (self == Self::FamilyName).then_some(Flaw::Missing);
        }
        match self {
            Self::Email if EmailAddress::parse(text).is_err() => Some(Flaw::NotAnEmail),
            Self::Language if text.parse::<Lang>().is_err() => Some(Flaw::NotALanguage),
            Self::From | Self::Until if day(text).is_none() => Some(Flaw::NotADay),
            Self::FamilyName if folded(text).is_empty() => Some(Flaw::NoLetters),
            _ => None,
        }
    }
}

/// Control characters, and those that turn the direction of what stands around them.
fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
}

fn language(text: &str) -> Option<Lang> {
    match &*text.to_lowercase() {
        "en" | "english" | "anglais" => Some(Lang::En),
        "fr" | "french" | "français" | "francais" => Some(Lang::Fr),
        _ => None,
    }
}

/// A date that is known to the day.
fn day(text: &str) -> Option<PartialDate> {
    PartialDate::parse(text).filter(|date| date.day.is_some() && date.to_string() == text)
}

/// What is compared of a name or a place: letters and digits, without case and diacritics.
pub fn folded(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// What is wrong with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flaw {
    Missing,
    /// More characters than this.
    TooLong(usize),
    ControlCharacters,
    NoLetters,
    NotAnEmail,
    NotALanguage,
    NotADay,
    /// In office until before they came.
    Backwards,
}

/// A part and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    pub part: Part,
    pub flaw: Flaw,
}

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
