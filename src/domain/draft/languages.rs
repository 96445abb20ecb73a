use serde_json::{Value, json};

use super::Tree;
use crate::domain::content::{Content, Text};
use crate::domain::tag::Tag;
use crate::domain::words::Words;

/// The languages of a campaign: the main one, in which everything is there, comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages(Vec<Tag>);

/// More than anybody keeps up to date.
pub const MOST: usize = 30;

impl Languages {
    pub fn starting_with(main: Tag) -> Self {
        Self(vec![main])
    }

    /// Those in which a campaign is written.
    pub fn of(content: &Content, text: &Text) -> Self {
        let mut all = vec![content.language.clone()];
        let around = [&content.title, &content.ask, &content.asked, &content.summary, &content.story];
        let signed = text.demands.iter().map(|demand| &demand.text);
        let offices = text.addressees.iter().map(|addressee| &addressee.office);
        let words = around.into_iter().chain([&content.organiser, &text.body]).chain(signed).chain(offices);
        for tag in words.flat_map(Words::tags) {
            if !all.contains(tag) {
                all.push(tag.clone());
            }
        }
        Self(all)
    }

    pub fn main(&self) -> &Tag {
        &self.0[0]
    }

    pub fn all(&self) -> &[Tag] {
        &self.0
    }

    pub fn others(&self) -> &[Tag] {
        &self.0[1..]
    }

    pub fn has(&self, tag: &str) -> bool {
        self.0.iter().any(|one| one.as_str() == tag)
    }

    /// Adds one; nothing where it is there, or where there are too many.
    #[must_use]
    pub fn with(mut self, tag: Tag) -> Option<Self> {
        if self.0.contains(&tag) || self.0.len() >= MOST {
            return None;
        }
        self.0.push(tag);
        Some(self)
    }

    /// With those of another list that are not in this one behind.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        self.0.extend(other.0.iter().filter(|tag| !self.has(tag.as_str())).cloned().collect::<Vec<_>>());
        self
    }

    /// Leaves one out; the main one stays.
    #[must_use]
    pub fn without(mut self, tag: &str) -> Self {
        let main = self.main().clone();
        self.0.retain(|one| *one == main || one.as_str() != tag);
        self
    }

    /// Makes one of them the main one.
    #[must_use]
    pub fn led_by(mut self, tag: &str) -> Self {
        if let Some(at) = self.0.iter().position(|one| one.as_str() == tag) {
            let main = self.0.remove(at);
            self.0.insert(0, main);
        }
        self
    }

    pub fn read(tree: &Tree) -> Self {
        let listed = tree.get("all").and_then(Value::as_array).into_iter().flatten();
        let all: Vec<Tag> = listed.filter_map(Value::as_str).filter_map(Tag::parse).collect();
        if all.is_empty() { Self(vec![Tag::default()]) } else { Self(all) }
    }

    pub fn tree(&self) -> Tree {
        let mut tree = Tree::new();
        tree.insert("all".into(), json!(self.0.iter().map(Tag::as_str).collect::<Vec<_>>()));
        tree
    }
}
