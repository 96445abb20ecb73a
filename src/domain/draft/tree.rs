//! Putting what was typed into a tree, and its rows in order.

use serde_json::{Value, json};
use uuid::Uuid;

use super::schema::{Field, Kind};
use super::{Languages, Tree};
use crate::domain::content::Addressee;

/// More rows than any list has.
pub const MOST_ROWS: usize = 200;

/// What names a row while it moves.
const ID: &str = "id";

/// What is done to a list of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Add,
    Remove,
    Up,
    Down,
}

impl Move {
    /// `add:demands`, `up:demands.2`: the button and the list or the row.
    pub fn parse(button: &str) -> Option<(Self, &str)> {
        let (verb, path) = button.split_once(':')?;
        let what = match verb {
            "add" => Self::Add,
            "remove" => Self::Remove,
            "up" => Self::Up,
            "down" => Self::Down,
            _ => return None,
        };
        Some((what, path))
    }
}

pub fn join(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
}

/// The rows of a list.
pub fn rows<'a>(tree: &'a Tree, key: &str) -> impl Iterator<Item = &'a Tree> {
    tree.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

/// What is typed into a field that has no languages.
pub fn line<'a>(tree: &'a Tree, key: &str) -> &'a str {
    tree.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// What is typed into a field in one language.
pub fn words<'a>(tree: &'a Tree, key: &str, tag: &str) -> &'a str {
    tree.get(key).and_then(|words| words.get(tag)).and_then(Value::as_str).unwrap_or_default()
}

/// A published tree as it would have been typed: figures and dates are texts, and rows have names.
pub fn typed(fields: &[Field], published: &Tree) -> Tree {
    let mut tree = Tree::new();
    for field in fields {
        let found = published.get(field.key);
        let value = match (field.kind, found) {
            (Kind::Rows(inner), _) => {
                let rows = rows(published, field.key).enumerate().map(|(at, row)| {
                    let mut row = typed(inner, row);
                    row.insert(ID.into(), json!((at + 1).to_string()));
                    Value::Object(row)
                });
                Value::Array(rows.collect())
            }
            (Kind::Numbers, Some(Value::Array(numbers))) => {
                json!(numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
            }
            (_, Some(Value::Number(number))) => json!(number.to_string()),
            (_, Some(Value::Null) | None) => continue,
            (_, Some(value)) => value.clone(),
        };
        tree.insert(field.key.into(), value);
    }
    tree
}

/// What a form brings, field by field: nothing where the form did not show one.
pub trait Form {
    fn typed(&self, name: &str) -> Option<&str>;
}

/// As browsers send line ends is not how they are kept.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Puts what a form brings over what is there; what it did not show stays.
pub fn merge(fields: &[Field], before: &Tree, form: &impl Form, languages: &Languages, place: &str) -> Tree {
    let mut tree = before.clone();
    for field in fields {
        let name = join(place, field.key);
        match field.kind {
            Kind::Rows(inner) => {
                if let Some(rows) = merge_rows(inner, before, form, languages, (field.key, &name)) {
                    tree.insert(field.key.into(), Value::Array(rows));
                }
            }
            Kind::Words { .. } => {
                let mut words = before.get(field.key).and_then(Value::as_object).cloned().unwrap_or_default();
                for tag in languages.all() {
                    if let Some(text) = form.typed(&format!("{name}.{tag}")) {
                        words.insert(tag.to_string(), json!(plain(text)));
                    }
                }
                words.retain(|_, text| text.as_str().is_some_and(|text| !text.is_empty()));
                tree.insert(field.key.into(), Value::Object(words));
            }
            Kind::Hidden => {}
            _ => {
                if let Some(text) = form.typed(&name) {
                    tree.insert(field.key.into(), json!(plain(text)));
                }
            }
        }
    }
    tree
}

/// The rows as the form has them. Each is known by its name, so that what the form did not show of it stays with it.
fn merge_rows(
    inner: &[Field],
    before: &Tree,
    form: &impl Form,
    languages: &Languages,
    (key, name): (&str, &str),
) -> Option<Vec<Value>> {
    let count: usize = form.typed(&join(name, "rows"))?.parse().ok()?;
    let rows = (0..count.min(MOST_ROWS)).map(|at| {
        let place = format!("{name}.{at}");
        let id = form.typed(&join(&place, ID)).unwrap_or_default();
        let known = rows(before, key).find(|row| line(row, ID) == id).cloned().unwrap_or_default();
        let mut row = merge(inner, &known, form, languages, &place);
        row.insert(ID.into(), json!(id.chars().take(12).collect::<String>()));
        Value::Object(row)
    });
    Some(rows.collect())
}

/// Does to the rows what a button says; returns the path of the row it was done to. Nothing where there is no such row.
pub fn shift(fields: &[Field], tree: &mut Tree, what: Move, path: &str) -> Option<String> {
    let (place, at) = match what {
        Move::Add => (path, None),
        _ => path.rsplit_once('.').map(|(place, at)| (place, at.parse::<usize>().ok()))?,
    };
    let rows = list(fields, tree, place)?;
    let at = match what {
        Move::Add => {
            let id = rows.iter().filter_map(|row| row.get(ID)?.as_str()?.parse::<u32>().ok()).max();
            (rows.len() < MOST_ROWS).then(|| rows.push(json!({ ID: (id.unwrap_or(0) + 1).to_string() })))?;
            rows.len() - 1
        }
        Move::Remove => {
            let at = at.filter(|at| *at < rows.len())?;
            rows.remove(at);
            at.min(rows.len().saturating_sub(1))
        }
        Move::Up => {
            let at = at.filter(|at| (1..rows.len()).contains(at))?;
            rows.swap(at, at - 1);
            at - 1
        }
        Move::Down => {
            let at = at.filter(|at| at + 1 < rows.len())?;
            rows.swap(at, at + 1);
            at + 1
        }
    };
    Some(format!("{place}.{at}"))
}

/// Puts the name and the office that an official has into the row of an addressee, in the languages of the campaign.
pub fn fill(tree: &mut Tree, at: usize, official: &Addressee, languages: &Languages) {
    let row = tree.get_mut("addressees").and_then(|rows| rows.get_mut(at)).and_then(Value::as_object_mut);
    let Some(row) = row else { return };
    row.insert("name".into(), json!(official.name));
    let mut office = row.get("office").and_then(Value::as_object).cloned().unwrap_or_default();
    for tag in languages.all() {
        if let Some(text) = official.office.written(tag.as_str()) {
            office.insert(tag.to_string(), json!(text));
        }
    }
    row.insert("office".into(), Value::Object(office));
}

/// The officials that the rows of addressees name.
pub fn officials(tree: &Tree) -> impl Iterator<Item = Uuid> {
    rows(tree, "addressees").filter_map(|row| Uuid::parse_str(line(row, "official")).ok())
}

/// The list of rows at `case_files.0.fields`.
fn list<'a>(fields: &[Field], tree: &'a mut Tree, path: &str) -> Option<&'a mut Vec<Value>> {
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    let field = fields.iter().find(|field| field.key == key)?;
    let Kind::Rows(inner) = field.kind else { return None };
    let rows = tree.entry(key).or_insert_with(|| json!([])).as_array_mut()?;
    match rest {
        None => Some(rows),
        Some(rest) => {
            let (at, rest) = rest.split_once('.')?;
            list(inner, rows.get_mut(at.parse::<usize>().ok()?)?.as_object_mut()?, rest)
        }
    }
}

/// Whether a section has no lists.
pub fn is_flat(fields: &[Field]) -> bool {
    fields.iter().all(|field| !matches!(field.kind, Kind::Rows(_)))
}
