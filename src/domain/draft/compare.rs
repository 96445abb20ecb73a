//! Two drafts of one section beside each other.

use serde_json::Value;

use super::Tree;

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// As the form names it, with its language.
    pub path: String,
    pub theirs: String,
    pub mine: String,
}

/// Every text that is not the same in both.
pub fn differences(theirs: &Tree, mine: &Tree) -> Vec<Difference> {
    let (theirs, mine) = (leaves(theirs), leaves(mine));
    let find = |leaves: &[(String, String)], path: &str| {
        leaves.iter().find(|(known, _)| known == path).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let mut paths: Vec<String> = mine.iter().map(|(path, _)| path.clone()).collect();
    paths.extend(theirs.iter().map(|(path, _)| path.clone()).filter(|path| find(&mine, path).is_empty()));
    paths.dedup();
    let differences = paths.into_iter().map(|path| {
        let (theirs, mine) = (find(&theirs, &path), find(&mine, &path));
        Difference { path, theirs, mine }
    });
    differences.filter(|one| one.theirs != one.mine).collect()
}

/// Every text with its path.
pub fn leaves(tree: &Tree) -> Vec<(String, String)> {
    let mut found = Vec::new();
    gather(&Value::Object(tree.clone()), String::new(), &mut found);
    found
}

fn gather(value: &Value, path: String, found: &mut Vec<(String, String)>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        Value::Object(tree) => {
            for (key, value) in tree.iter().filter(|(key, _)| *key != "id" && *key != "key") {
                gather(value, below(key), found);
            }
        }
        Value::Array(rows) => {
            for (at, row) in rows.iter().enumerate() {
                gather(row, below(&at.to_string()), found);
            }
        }
        Value::String(text) if !text.is_empty() => found.push((path, text.clone())),
        _ => {}
    }
}
