//! What a parliament's clerk would object to, told while one writes.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::text::{PetitionText, Wording};
use super::{Jurisdiction, Kind, Level, Limits, Part, Rule};
use crate::domain::name::{has_stacked_marks, is_forbidden};
use crate::domain::tag::Tag;
use crate::domain::words::Words;

/// Where in a text something was found: a part in a language, or the whole.
pub type Place<'a> = Option<(Part, &'a Tag)>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    pub level: Level,
    pub place: Place<'a>,
    pub what: What<'a>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What<'a> {
    /// Nothing is written in any language.
    Nothing,
    /// A part is missing in a language in which others are written.
    Missing,
    /// Longer than `most` characters, by `over`.
    TooLong {
        most: usize,
        over: usize,
    },
    /// Characters that turn or hide text.
    Hidden,
    /// An address of the web or of mail, a number sign or the like: a sheet has nothing but its text.
    Link(String),
    /// A rule of the parliament, with the word that it is about.
    Rule {
        says: &'a Words,
        word: Option<String>,
    },
    /// Not written in all languages of the parliament: that is allowed.
    OneLanguage,
    Reminder(&'a Words),
}

/// The words of a text as they are compared: lower case, without diacritics, and without what cannot be seen.
fn plain(text: &str) -> Vec<String> {
    let visible = text.nfkd().filter(|c| !is_ignored(*c) && !('\u{300}'..='\u{36f}').contains(c));
    let lower: String = visible.flat_map(char::to_lowercase).collect();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What joins or parts letters without being seen, so that a word hides in it.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{34f}' | '\u{180e}')
}

/// Whether a word or phrase stands at a place of a text.
fn stands(sought: &[String], is_stem: bool, at: &[String]) -> bool {
    let Some((last, before)) = sought.split_last() else { return false };
    let Some(end) = at.get(before.len()) else { return false };
    at.starts_with(before) && if is_stem { end.starts_with(last.as_str()) } else { end == last }
}

/// The first of some words that stands in a text, at its beginning only if that is asked.
fn found<'a>(words: &'a [String], text: &[String], only_first: bool) -> Option<&'a str> {
    let most = if only_first { 1 } else { text.len() };
    words.iter().map(String::as_str).find(|word| {
        let (sought, is_stem) = (plain(word.trim_end_matches('*')), word.ends_with('*'));
        (0..most).any(|at| text.get(at..).is_some_and(|rest| stands(&sought, is_stem, rest)))
    })
}

impl Rule {
    /// Whether a text breaks it, and with which word.
    fn broken<'a>(&'a self, tag: &str, text: &[String]) -> Option<What<'a>> {
        let words = self.words(tag);
        if words.is_empty() {
            return None;
        }
        let found = found(words, text, self.kind == Kind::Begin);
        match (self.kind, found) {
            (Kind::Forbid, Some(word)) => {
                let word = Some(word.trim_end_matches('*').to_owned());
                Some(What::Rule { says: &self.says, word })
            }
            (Kind::Require | Kind::Begin, None) => Some(What::Rule { says: &self.says, word: None }),
            _ => None,
        }
    }
}

/// The first that looks like an address of the web or of mail.
fn link(text: &str) -> Option<String> {
    const ENDS: [&str; 10] = ["ca", "com", "org", "net", "uk", "fr", "info", "eu", "gc", "io"];
    let is_link = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let is_host = word.split(['/', '?']).next().and_then(|host| host.rsplit_once('.')).is_some_and(
            |(name, end)| {
                !name.is_empty()
                    && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
                    && ENDS.contains(&end)
            },
        );
        word.contains("://") || word.starts_with("www.") || word.contains('@') || is_host
    };
    let hashtag =
        |word: &&str| word.strip_prefix('#').is_some_and(|rest| rest.chars().any(char::is_alphabetic));
    text.split_whitespace().find(|word| is_link(word) || hashtag(word)).map(str::to_owned)
}

impl Limits {
    pub const fn most(&self, part: Part) -> usize {
        match part {
            Part::Name => self.name,
            Part::Petitioners => self.petitioners,
            Part::Subject => self.subject,
            Part::Grievance => self.grievance,
            Part::Prayer => self.prayer,
        }
    }
}

impl Jurisdiction {
    /// The parts that whoever writes fills in.
    pub fn parts(&self, addressee: &str) -> impl Iterator<Item = Part> {
        let is_named = self.addressee(addressee).is_some_and(|one| one.named);
        let asks = self.asks_petitioners();
        Part::ALL.into_iter().filter(move |part| match part {
            Part::Name => is_named,
            Part::Petitioners => asks,
            Part::Subject | Part::Grievance | Part::Prayer => true,
        })
    }

    /// All that is to be said of a text, the worst first.
    pub fn lint<'a>(&'a self, text: &PetitionText) -> Vec<Finding<'a>> {
        let mut found = Vec::new();
        let written: BTreeSet<&Tag> = text.tags(self).collect();
        let written: Vec<&'a Tag> = self.languages.iter().filter(|tag| written.contains(tag)).collect();
        if written.is_empty() {
            found.push(Finding { level: Level::Error, place: None, what: What::Nothing });
        } else if written.len() < self.languages.len() {
            found.push(Finding { level: Level::Warning, place: None, what: What::OneLanguage });
        }
        for tag in written {
            if let Some(wording) = text.wording(tag.as_str()) {
                for part in self.parts(&text.addressee) {
                    found.extend(self.judge(part, tag, wording));
                }
            }
        }
        found.extend(self.reminders.iter().map(|words| Finding {
            level: Level::Reminder,
            place: None,
            what: What::Reminder(words),
        }));
        found.sort_by_key(|one| one.level);
        found
    }

    fn judge<'a>(&'a self, part: Part, tag: &'a Tag, wording: &Wording) -> Vec<Finding<'a>> {
        let text = wording.part(part);
        let finding = |level, what| Finding { level, place: Some((part, tag)), what };
        if text.trim().is_empty() {
            return vec![finding(Level::Error, What::Missing)];
        }
        let mut found = Vec::new();
        let (most, length) = (self.limits.most(part), text.chars().count());
        if length > most {
            found.push(finding(Level::Error, What::TooLong { most, over: length - most }));
        }
        let hides = |c: char| (is_forbidden(c) && c != '\n') || is_ignored(c);
        if text.chars().any(hides) || has_stacked_marks(text) {
            found.push(finding(Level::Error, What::Hidden));
        }
        if let Some(link) = link(text) {
            found.push(finding(Level::Error, What::Link(link)));
        }
        let words = plain(text);
        for rule in self.rules.iter().filter(|rule| rule.parts.contains(&part)) {
            if let Some(what) = rule.broken(tag.as_str(), &words) {
                found.push(finding(rule.level, what));
            }
        }
        found
    }
}

/// Whether nothing stands against printing.
pub fn is_printable(found: &[Finding<'_>]) -> bool {
    found.iter().all(|one| one.level != Level::Error)
}

#[cfg(test)]
mod tests;
