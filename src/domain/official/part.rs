use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::province::code_of;
use crate::domain::date::PartialDate;
use crate::domain::email::EmailAddress;
use crate::domain::lang::Lang;

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
    pub(super) fn tidy(self, typed: &str) -> String {
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

    pub(super) fn flaw(self, text: &str) -> Option<Flaw> {
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
