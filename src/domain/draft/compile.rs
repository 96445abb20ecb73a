//! From what was typed to what can be published.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use uuid::Uuid;

use super::gap::{Fault, Gap};
use super::schema::{Field, Kind};
use super::tree::{self, join, line};
use super::{Draft, Languages, Section, Tree};
use crate::domain::content::{Content, Text};
use crate::domain::country::Countries;
use crate::domain::date::PartialDate;
use crate::domain::email::EmailAddress;
use crate::domain::tag::Tag;

/// What a draft comes to.
#[derive(Clone, Debug)]
pub struct Reading {
    /// As the page would say it. What is not right yet is left out.
    pub content: Content,
    pub text: Text,
    pub gaps: Vec<Gap>,
}

impl Reading {
    /// Whether it may be published.
    pub fn is_sound(&self) -> bool {
        !self.gaps.iter().any(|gap| gap.fault.blocks())
    }

    /// What must be put right first.
    pub fn blocking(&self) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().filter(|gap| gap.fault.blocks())
    }
}

struct Reader<'a> {
    languages: &'a Languages,
    section: Section,
    gaps: Vec<Gap>,
}

pub fn read(draft: &Draft) -> Reading {
    let mut reader = Reader { languages: &draft.languages, section: Section::Basics, gaps: Vec::new() };
    let mut whole = draft.kept.clone();
    let mut text = Tree::new();
    for section in Section::WRITTEN {
        reader.section = section;
        let read = reader.fields(section.fields(), &draft.section(section), "");
        if section == Section::Text { text.extend(read) } else { whole.extend(read) }
    }
    whole.insert("language".into(), json!(draft.languages.main().as_str()));
    Reading { content: made(whole), text: made(text), gaps: reader.gaps }
}

fn made<T: DeserializeOwned>(tree: Tree) -> T {
    serde_json::from_value(Value::Object(tree)).expect("every field was read as what it is")
}

impl Reader<'_> {
    fn miss(&mut self, path: &str, tag: Option<&Tag>, fault: Fault) {
        self.gaps.push(Gap { section: self.section, path: path.to_owned(), tag: tag.cloned(), fault });
    }

    fn fields(&mut self, fields: &[Field], typed: &Tree, place: &str) -> Tree {
        let mut read = Tree::new();
        for field in fields {
            let path = join(place, field.key);
            let value = match field.kind {
                Kind::Words { most, .. } => self.words(field, typed, &path, most),
                Kind::Rows(inner) => Some(self.rows(field, inner, typed, &path)),
                _ => self.leaf(field, line(typed, field.key).trim(), &path),
            };
            if let Some(value) = value {
                read.insert(field.key.into(), value);
            }
        }
        read
    }

    /// A text in the languages of the campaign. The main one must be there, if anything must.
    fn words(&mut self, field: &Field, typed: &Tree, path: &str, most: usize) -> Option<Value> {
        let languages = self.languages;
        let written = |tag: &Tag| tree::words(typed, field.key, tag.as_str());
        let is_written = |tag: &Tag| !written(tag).trim().is_empty();
        let is_anywhere = languages.all().iter().any(is_written);
        let mut words = Tree::new();
        for tag in languages.all() {
            let text = written(tag);
            if is_written(tag) {
                words.insert(tag.to_string(), json!(text));
            } else if tag == languages.main() {
                if field.required || is_anywhere {
                    self.miss(path, Some(tag), Fault::Missing);
                }
            } else if is_anywhere || field.required {
                self.miss(path, Some(tag), Fault::Untranslated);
            }
            if text.chars().count() > most {
                self.miss(path, Some(tag), Fault::TooLong(most));
            }
        }
        (field.required || is_anywhere).then_some(Value::Object(words))
    }

    /// The rows in which something is typed.
    fn rows(&mut self, field: &Field, inner: &[Field], typed: &Tree, path: &str) -> Value {
        let mut read = Vec::new();
        for (at, row) in tree::rows(typed, field.key).enumerate() {
            if is_blank(inner, row) {
                continue;
            }
            let fields = self.fields(inner, row, &format!("{path}.{at}"));
            // Without its date or its figure a row cannot stand.
            let has = |field: &Field| {
                !matches!(field.kind, Kind::Date | Kind::Number) || fields.contains_key(field.key)
            };
            if inner.iter().all(has) {
                read.push(Value::Object(fields));
            }
        }
        if read.is_empty() && field.required {
            self.miss(path, None, Fault::NoRows);
        }
        if inner.iter().any(|field| field.kind == Kind::Hidden) {
            name_rows(&mut read);
        }
        Value::Array(read)
    }

    fn leaf(&mut self, field: &Field, typed: &str, path: &str) -> Option<Value> {
        if typed.is_empty() && !matches!(field.kind, Kind::Choice(_) | Kind::Hidden) {
            if field.required {
                self.miss(path, None, Fault::Missing);
            }
            return self.blank(field);
        }
        let (value, fault) = match field.kind {
            Kind::Line { most } => (Some(json!(typed)), too_long(typed, most)),
            Kind::Email => (Some(json!(typed)), EmailAddress::parse(typed).err().map(|_| Fault::NotEmail)),
            Kind::Country => {
                let code = typed.to_ascii_uppercase();
                let is_known = Countries::built_in().get(&code).is_some();
                (is_known.then(|| json!(code)), (!is_known).then_some(Fault::NotCountry))
            }
            Kind::Date => found(PartialDate::parse(typed).map(|date| json!(date)), Fault::NotDate),
            Kind::Number => found(number(typed).map(|n| json!(n)), Fault::NotNumber),
            Kind::Numbers => return Some(self.numbers(typed, path)),
            Kind::Tag => {
                let tag = Tag::parse(typed);
                let fault = tag.is_none().then_some(Fault::NotTag);
                (Some(json!(tag.unwrap_or_else(|| self.languages.main().clone()))), fault)
            }
            Kind::Choice(known) => {
                (Some(json!(known.iter().find(|one| **one == typed).unwrap_or(&known[0]))), None)
            }
            Kind::Hidden => (Some(json!(typed)), None),
            Kind::Official => (Uuid::parse_str(typed).ok().map(|id| json!(id)), None),
            Kind::Words { .. } | Kind::Rows(_) => (None, None),
        };
        if let Some(fault) = fault {
            self.miss(path, None, fault);
        }
        value
    }

    /// What stands for a field in which nothing is typed.
    fn blank(&self, field: &Field) -> Option<Value> {
        match field.kind {
            Kind::Line { .. } | Kind::Email if field.required => Some(json!("")),
            Kind::Tag => Some(json!(self.languages.main())),
            Kind::Numbers => Some(json!([])),
            _ => None,
        }
    }

    fn numbers(&mut self, typed: &str, path: &str) -> Value {
        let parts = typed.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let read: Vec<Option<i64>> = parts.map(number).collect();
        let numbers: Vec<i64> = read.iter().copied().flatten().filter(|n| *n > 0).collect();
        if numbers.len() < read.len() {
            self.miss(path, None, Fault::NotNumber);
            return json!([]);
        }
        if !numbers.is_sorted() {
            self.miss(path, None, Fault::NotAscending);
            return json!([]);
        }
        json!(numbers)
    }
}

fn found(value: Option<Value>, fault: Fault) -> (Option<Value>, Option<Fault>) {
    let is_none = value.is_none();
    (value, is_none.then_some(fault))
}

fn too_long(typed: &str, most: usize) -> Option<Fault> {
    (typed.chars().count() > most).then_some(Fault::TooLong(most))
}

/// A whole number as people write it: with thousands apart or not. No more than there are people.
fn number(typed: &str) -> Option<i64> {
    let digits: String =
        typed.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '’' | '\'')).collect();
    let n: i64 = digits.parse().ok()?;
    (0..=1_000_000_000_000).contains(&n).then_some(n)
}

/// Whether nobody has typed anything into a row.
fn is_blank(inner: &[Field], row: &Tree) -> bool {
    inner.iter().all(|field| match field.kind {
        Kind::Words { .. } => row.get(field.key).and_then(Value::as_object).is_none_or(|words| {
            words.values().all(|text| text.as_str().unwrap_or_default().trim().is_empty())
        }),
        Kind::Rows(inner) => tree::rows(row, field.key).all(|row| is_blank(inner, row)),
        Kind::Choice(_) | Kind::Hidden => true,
        _ => line(row, field.key).trim().is_empty(),
    })
}

/// Gives each row that has none a key of its own, which it keeps.
fn name_rows(rows: &mut [Value]) {
    let mut taken: Vec<String> = Vec::new();
    for at in 0..rows.len() {
        let own = rows[at].get("key").and_then(Value::as_str).unwrap_or_default().to_owned();
        let free = |key: &String| !key.is_empty() && !taken.contains(key);
        let numbered = || (1..).map(|n| format!("addressee-{n}"));
        let others: Vec<String> =
            rows.iter().filter_map(|row| Some(row.get("key")?.as_str()?.to_owned())).collect();
        let key = if free(&own) {
            own
        } else {
            numbered().find(|key| free(key) && !others.contains(key)).unwrap_or_default()
        };
        taken.push(key.clone());
        rows[at]["key"] = json!(key);
    }
}
