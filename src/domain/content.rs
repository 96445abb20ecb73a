//! What a campaign's page says, as organisers write it in a content file. Checked as a whole before anything is stored.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::country::Countries;
use super::date::PartialDate;
use super::disclosure::Disclosure;
use super::lang::Lang;
use super::letter::{MAX_TEXT, Terms};
use super::tag::Tag;
use super::words::Words;

/// The content file of one campaign, in TOML.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CampaignFile {
    pub slug: String,
    pub opens: PartialDate,
    pub closes: Option<PartialDate>,
    /// Left out, loading the file again leaves it as it is.
    pub paused: Option<bool>,
    pub text: NumberedText,
    /// The open letter; left out, loading the file again leaves it as it is.
    pub letter: Option<Terms>,
    #[serde(flatten)]
    pub content: Content,
}

/// The text with the number of its version.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "TextTable")]
pub struct NumberedText {
    pub version: i32,
    pub published: PartialDate,
    pub text: Text,
}

/// `[text]` as it is written. Not flattened, so that a key that does not belong there is named.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextTable {
    version: i32,
    published: PartialDate,
    body: Words,
    #[serde(default)]
    demands: Vec<Demand>,
    addressees: Vec<Addressee>,
}

impl From<TextTable> for NumberedText {
    fn from(table: TextTable) -> Self {
        let TextTable { version, published, body, demands, addressees } = table;
        Self { version, published, text: Text { body, demands, addressees } }
    }
}

/// What is signed: changing any of it after somebody has signed makes a new version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Markdown.
    pub body: Words,
    pub demands: Vec<Demand>,
    pub addressees: Vec<Addressee>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    pub text: Words,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    pub key: String,
    pub name: String,
    pub office: Words,
    pub disclosure: Disclosure,
    /// Who it is in the directory of officials. Left out where it is not there, so that a text without it keeps its digest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official: Option<Uuid>,
}

/// What the page says around the text; it may change at any time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The main language, in which every text is there: what readers get whose own language is missing.
    #[serde(default)]
    pub language: Tag,
    pub title: Words,
    pub asked: Words,
    pub ask: Words,
    pub summary: Words,
    pub story: Words,
    pub organiser: Words,
    /// Where contact messages go.
    pub contact: String,
    /// The country the form offers first, ISO 3166-1 alpha-2.
    #[serde(default)]
    pub country: Option<String>,
    #[serde(default)]
    pub milestones: Vec<i64>,
    #[serde(default)]
    pub organisations_note: Option<Words>,
    #[serde(default)]
    pub organisations: Vec<Organisation>,
    #[serde(default)]
    pub documents: Vec<Document>,
    #[serde(default)]
    pub case_files: Vec<CaseFile>,
    #[serde(default)]
    pub key_dates: Vec<KeyDate>,
    #[serde(default)]
    pub reported: Vec<Reported>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub name: String,
    /// BCP 47, the language of the name.
    pub lang: String,
    pub note: Option<Words>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub date: PartialDate,
    pub title: Words,
    pub author: Words,
    pub addressee: Option<Words>,
    pub language: Option<Words>,
    pub source: Option<Words>,
    pub note: Words,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    pub name: String,
    pub also: Option<String>,
    pub as_of: Words,
    pub fields: Vec<CaseField>,
    #[serde(default)]
    pub questions: Vec<Demand>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseField {
    pub label: Words,
    pub value: Words,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyDate {
    pub date: PartialDate,
    pub title: Words,
}

/// A figure that others state. Shown with its source, never added to ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reported {
    pub kind: ReportedKind,
    pub number: i64,
    pub as_of: PartialDate,
    pub source: Words,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReportedKind {
    Signatures,
    Postcards,
}

impl Content {
    /// The sum of what others report of one kind.
    pub fn reported(&self, kind: ReportedKind) -> i64 {
        self.reported.iter().filter(|figure| figure.kind == kind).map(|figure| figure.number).sum()
    }
}

/// Whether a text may name a campaign or an organisation in addresses.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 60
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        // Where the studio makes the next.
        && text != "new"
}

impl CampaignFile {
    /// Parses and checks a file; the errors are for the operator who wrote it, each naming its place.
    pub fn parse(toml: &str) -> Result<Self, Vec<String>> {
        let file: Self = toml::from_str(toml).map_err(|error| vec![error.to_string()])?;
        let errors = file.errors();
        if errors.is_empty() { Ok(file) } else { Err(errors) }
    }

    fn errors(&self) -> Vec<String> {
        let mut errors = Vec::new();
        if !is_slug(&self.slug) {
            errors.push("slug: up to 60 of a-z, 0-9 and hyphens".into());
        }
        if self.closes.is_some_and(|closes| closes.start() <= self.opens.start()) {
            errors.push("closes: must come after opens".into());
        }
        if self.text.version < 1 {
            errors.push("text.version: counts from 1".into());
        }
        if super::email::EmailAddress::parse(&self.content.contact).is_err() {
            errors.push("contact: not an email address".into());
        }
        let country = self.content.country.as_deref();
        if country.is_some_and(|code| Countries::built_in().get(code).is_none()) {
            errors.push("country: not one that the form offers".into());
        }
        if !self.content.milestones.is_sorted() || self.content.milestones.iter().any(|n| *n < 1) {
            errors.push("milestones: positive and ascending".into());
        }
        self.count_errors(&mut errors);
        for (place, words, most) in self.texts() {
            errors.extend(words.missing().map(|lang: Lang| format!("{place}.{lang}: missing")));
            if words.longest() > most {
                errors.push(format!("{place}: longer than {most} characters"));
            }
        }
        errors
    }

    fn count_errors(&self, errors: &mut Vec<String>) {
        let addressees = &self.text.text.addressees;
        if addressees.is_empty() {
            errors.push("text.addressees: at least one".into());
        }
        for (at, addressee) in addressees.iter().enumerate() {
            if addressees[..at].iter().any(|earlier| earlier.key == addressee.key) {
                errors.push(format!("text.addressees: `{}` stands twice", addressee.key));
            }
        }
        if self.content.reported.iter().any(|figure| figure.number < 0) {
            errors.push("reported: not below zero".into());
        }
        // More than there are people, and their sum is still a number.
        if self.content.reported.iter().any(|figure| figure.number > 1_000_000_000_000) {
            errors.push("reported: more than there are people".into());
        }
    }

    /// Every text with its place in the file and its longest length.
    fn texts<'a>(&'a self) -> Vec<(String, &'a Words, usize)> {
        let content = &self.content;
        let text = &self.text.text;
        let mut texts: Vec<(String, &'a Words, usize)> = vec![
            ("title".into(), &content.title, 80),
            ("asked".into(), &content.asked, 160),
            ("ask".into(), &content.ask, 160),
            ("summary".into(), &content.summary, 300),
            ("story".into(), &content.story, 10_000),
            ("organiser".into(), &content.organiser, 200),
            ("text.body".into(), &text.body, 50_000),
        ];
        texts.extend(self.letter.iter().map(|letter| ("letter.body".into(), &letter.body, MAX_TEXT)));
        let mut list = |place: &str, words: Vec<Option<&'a Words>>| {
            let numbered = words.into_iter().enumerate().filter_map(|(at, words)| Some((at, words?)));
            texts.extend(numbered.map(|(at, words)| (format!("{place}[{at}]"), words, 5_000)));
        };
        list("text.demands", text.demands.iter().map(|demand| Some(&demand.text)).collect());
        list(
            "text.addressees.office",
            text.addressees.iter().map(|addressee| Some(&addressee.office)).collect(),
        );
        list("organisations_note", vec![content.organisations_note.as_ref()]);
        list("organisations.note", content.organisations.iter().map(|one| one.note.as_ref()).collect());
        list("documents.title", content.documents.iter().map(|one| Some(&one.title)).collect());
        list("documents.author", content.documents.iter().map(|one| Some(&one.author)).collect());
        list("documents.addressee", content.documents.iter().map(|one| one.addressee.as_ref()).collect());
        list("documents.language", content.documents.iter().map(|one| one.language.as_ref()).collect());
        list("documents.source", content.documents.iter().map(|one| one.source.as_ref()).collect());
        list("documents.note", content.documents.iter().map(|one| Some(&one.note)).collect());
        list("case_files.as_of", content.case_files.iter().map(|one| Some(&one.as_of)).collect());
        let fields = || content.case_files.iter().flat_map(|file| &file.fields);
        list("case_files.fields.label", fields().map(|field| Some(&field.label)).collect());
        list("case_files.fields.value", fields().map(|field| Some(&field.value)).collect());
        let questions = content.case_files.iter().flat_map(|file| &file.questions);
        list("case_files.questions", questions.map(|question| Some(&question.text)).collect());
        list("key_dates.title", content.key_dates.iter().map(|one| Some(&one.title)).collect());
        list("reported.source", content.reported.iter().map(|one| Some(&one.source)).collect());
        texts
    }
}
