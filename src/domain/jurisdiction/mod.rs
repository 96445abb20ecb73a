//! How a parliament takes petitions on paper: its rules and the template of its sheets, which are data. Another parliament is
//! another file in `config/jurisdictions/`.

pub mod lint;
mod paper;
mod rule;
pub mod sheet;
pub mod text;

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

pub use paper::Paper;
pub use rule::{Kind, Level, Part, Rule};

use super::lang::Lang;
use super::tag::Tag;
use super::words::Words;

const FILES: [&str; 2] = [
    include_str!("../../../config/jurisdictions/ca-house-of-commons.toml"),
    include_str!("../../../config/jurisdictions/uk-parliament.toml"),
];

static ALL: LazyLock<Vec<Jurisdiction>> = LazyLock::new(|| {
    let read = |file: &&str| {
        Jurisdiction::parse(file)
            .unwrap_or_else(|errors| panic!("config/jurisdictions: {}", errors.join("; ")))
    };
    FILES.iter().map(read).collect()
});

/// What a later sheet repeats of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Repeats {
    #[default]
    Prayer,
    Subject,
}

impl Repeats {
    pub const ALL: [Self; 2] = [Self::Prayer, Self::Subject];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Prayer => "prayer",
            Self::Subject => "subject",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// Whom a petition may be addressed to, and how the sheet says so.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    pub key: String,
    /// Whether it is one of several, whose name the text says.
    #[serde(default)]
    pub named: bool,
    pub label: Words,
    pub to: Words,
    pub attention: Words,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatures {
    /// So many valid ones at least.
    pub least: u32,
    /// So many leave a margin for those that turn out not to be valid.
    pub hoped: u32,
    /// So many lines at least on the first sheet, under the full text.
    pub first: u32,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Within so many calendar days of the presentation, where a rule says so.
    pub days: Option<u16>,
    pub says: Words,
}

/// The longest of each part, in characters.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    pub name: usize,
    pub petitioners: usize,
    pub subject: usize,
    pub grievance: usize,
    pub prayer: usize,
}

/// The heads of the columns that are signed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    pub name: Words,
    pub address: Words,
    pub signature: Words,
}

/// How a line of the template is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    Title,
    Text,
    Prayer,
}

/// A paragraph of a sheet, with `{…}` for what the text says.
#[derive(Clone, Debug, Deserialize)]
pub struct Paragraph {
    #[serde(rename = "as")]
    pub style: Style,
    #[serde(flatten)]
    pub words: Words,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    pub key: String,
    /// The languages that a petition may be written in.
    pub languages: Vec<Tag>,
    pub paper: Paper,
    pub repeats: Vec<Repeats>,
    pub name: Words,
    /// Where the rules are written.
    pub source: Words,
    pub signatures: Signatures,
    pub answer: Answer,
    pub limits: Limits,
    /// Who petitions, where the text need not say so.
    #[serde(default)]
    pub petitioners: Words,
    pub addressees: Vec<Addressee>,
    pub columns: Columns,
    pub first: Vec<Paragraph>,
    pub later: Vec<Paragraph>,
    /// How a prayer may begin.
    pub model: Words,
    pub rules: Vec<Rule>,
    pub reminders: Vec<Words>,
}

impl Jurisdiction {
    /// Those that are built in, in the order in which they are shown.
    pub fn all() -> &'static [Self] {
        &ALL
    }

    pub fn find(key: &str) -> Option<&'static Self> {
        ALL.iter().find(|one| one.key == key)
    }

    /// Reads the file of one and checks it, or says all that is wrong with it.
    pub fn parse(file: &str) -> Result<Self, Vec<String>> {
        let read: Self = toml::from_str(file).map_err(|error| vec![error.to_string()])?;
        let errors = read.errors();
        if errors.is_empty() { Ok(read) } else { Err(errors) }
    }

    pub fn addressee(&self, key: &str) -> Option<&Addressee> {
        self.addressees.iter().find(|one| one.key == key)
    }

    /// Whether whoever writes says who petitions.
    pub fn asks_petitioners(&self) -> bool {
        self.petitioners.tags().next().is_none()
    }

    fn errors(&self) -> Vec<String> {
        let mut errors = Vec::new();
        let mut check = |is_right: bool, error: String| {
            if !is_right {
                errors.push(format!("{}: {error}", self.key));
            }
        };
        check(!self.languages.is_empty(), "languages: at least one".into());
        check(!self.addressees.is_empty(), "addressees: at least one".into());
        check(!self.repeats.is_empty(), "repeats: at least one".into());
        check(self.signatures.first > 0, "signatures.first: at least one".into());
        check(self.signatures.hoped >= self.signatures.least, "signatures.hoped: not below least".into());
        let told = [&self.name, &self.source, &self.answer.says].into_iter();
        let told = told.chain(self.rules.iter().map(|rule| &rule.says)).chain(&self.reminders);
        for words in told.chain(self.addressees.iter().map(|one| &one.label)) {
            let missing: Vec<_> = words.missing().map(Lang::code).collect();
            check(missing.is_empty(), format!("{words:?} is missing in {missing:?}"));
        }
        for tag in self.languages.iter().map(Tag::as_str) {
            let columns = [&self.columns.name, &self.columns.address, &self.columns.signature];
            let printed = self.first.iter().chain(&self.later).map(|paragraph| &paragraph.words);
            let of = self.addressees.iter().flat_map(|one| [&one.to, &one.attention]);
            for words in printed.chain(columns).chain(of).chain([&self.model]) {
                check(words.written(tag).is_some(), format!("{words:?} is missing in {tag}"));
            }
            let has = |paragraphs: &[Paragraph], place: &str| {
                let said = |one: &Paragraph| one.words.written(tag).is_some_and(|text| text.contains(place));
                paragraphs.iter().any(said)
            };
            check(
                has(&self.first, "{grievance}") && has(&self.first, "{prayer}"),
                format!("first.{tag}: the full text"),
            );
            check(has(&self.later, "{repeated}"), format!("later.{tag}: what is repeated"));
            let asks = self
                .rules
                .iter()
                .any(|rule| matches!(rule.kind, Kind::Require | Kind::Begin) && !rule.words(tag).is_empty());
            check(asks, format!("rules: what a request in {tag} is"));
        }
        errors
    }
}

#[cfg(test)]
mod tests {
    use super::{FILES, Jurisdiction};

    #[test]
    fn every_file_of_a_parliament_is_whole() {
        assert_eq!(Jurisdiction::all().len(), FILES.len());
        let canada = Jurisdiction::find("ca-house-of-commons").unwrap();
        assert_eq!((canada.signatures.least, canada.signatures.first, canada.answer.days), (25, 3, Some(45)));
        assert_eq!(canada.addressees.len(), 4);
        assert!(
            Jurisdiction::find("uk-parliament").unwrap().asks_petitioners() && !canada.asks_petitioners()
        );
    }

    #[test]
    fn a_file_that_lacks_something_says_what() {
        let broken = FILES[0].replace("days = 45", "weeks = 45");
        assert!(Jurisdiction::parse(&broken).unwrap_err()[0].contains("weeks"));
        let broken = FILES[0].replace("fr = \"{grievance}\"", "").replace("least = 25", "least = 99");
        let errors = Jurisdiction::parse(&broken).unwrap_err();
        for part in ["signatures.hoped", "is missing in fr", "first.fr: the full text"] {
            assert!(errors.iter().any(|error| error.contains(part)), "{part} in {errors:?}");
        }
    }
}
