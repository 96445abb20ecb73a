//! A campaign as it is being written: what was typed, complete or not, beside what is published.

pub mod compare;
mod compile;
pub mod gap;
pub mod languages;
pub mod schema;
pub mod tree;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

pub use compile::Reading;
pub use languages::Languages;

use super::content::{Content, Text};
use super::tag::Tag;
use schema::Field;

/// What was typed into the fields of a section: texts and lists of rows, under the names that the content has.
pub type Tree = Map<String, Value>;

/// A part of the editor, saved by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    Languages,
    Basics,
    Text,
    Story,
    Dates,
    Cases,
}

impl Section {
    pub const ALL: [Self; 6] =
        [Self::Languages, Self::Basics, Self::Text, Self::Story, Self::Dates, Self::Cases];

    /// Those that have fields.
    pub const WRITTEN: [Self; 5] = [Self::Basics, Self::Text, Self::Story, Self::Dates, Self::Cases];

    /// The part that is written after this one.
    pub fn next(self) -> Option<Self> {
        let at = Self::ALL.into_iter().position(|section| section == self)?;
        Self::ALL.get(at + 1).copied()
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Languages => "languages",
            Self::Basics => "basics",
            Self::Text => "text",
            Self::Story => "story",
            Self::Dates => "dates",
            Self::Cases => "cases",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.as_str() == text)
    }

    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Languages => &[],
            Self::Basics => schema::BASICS,
            Self::Text => schema::TEXT,
            Self::Story => schema::STORY,
            Self::Dates => schema::DATES,
            Self::Cases => schema::CASES,
        }
    }
}

/// A whole draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub languages: Languages,
    sections: BTreeMap<Section, Tree>,
    /// What the content has besides, which the editor's forms leave as it is.
    kept: Tree,
}

impl Draft {
    /// What is published, as if it had just been typed.
    pub fn of(content: &Content, text: &Text) -> Self {
        let mut whole = object(serde_json::to_value(content));
        let written = || Section::WRITTEN.into_iter().flat_map(Section::fields);
        let kept = whole.iter().filter(|(key, _)| !written().any(|field| field.key == key.as_str()));
        let kept = kept.map(|(key, value)| (key.clone(), value.clone())).collect();
        whole.extend(object(serde_json::to_value(text)));
        let typed = |section: Section| (section, tree::typed(section.fields(), &whole));
        Self {
            languages: Languages::of(content, text),
            sections: Section::WRITTEN.into_iter().map(typed).collect(),
            kept,
        }
    }

    /// Nothing but a title and who campaigns, in the language that will be the main one.
    pub fn beginning(language: Tag, title: &str, organiser: &str) -> Self {
        let words = |text: &str| json!({ language.as_str(): text });
        let mut basics = Tree::new();
        basics.insert("title".into(), words(title));
        basics.insert("organiser".into(), words(organiser));
        let sections = BTreeMap::from([(Section::Basics, basics)]);
        Self { languages: Languages::starting_with(language), sections, kept: Tree::new() }
    }

    /// The same with a section as it was saved.
    #[must_use]
    pub fn with(mut self, section: Section, saved: Tree) -> Self {
        if section == Section::Languages {
            self.languages = Languages::read(&saved);
        } else {
            self.sections.insert(section, saved);
        }
        self
    }

    pub fn section(&self, section: Section) -> Tree {
        match section {
            Section::Languages => self.languages.tree(),
            _ => self.sections.get(&section).cloned().unwrap_or_default(),
        }
    }

    /// What it comes to: as much of a campaign as can be made of it, and all that is not right yet.
    pub fn read(&self) -> Reading {
        compile::read(self)
    }
}

fn object(value: Result<Value, serde_json::Error>) -> Tree {
    match value {
        Ok(Value::Object(tree)) => tree,
        _ => Tree::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::Draft;
    use crate::domain::content::CampaignFile;

    #[test]
    fn what_is_published_and_not_touched_reads_as_it_is() {
        let mut file = CampaignFile::parse(crate::cli::DEMO_CONTENT).unwrap();
        file.content.story = serde_json::from_str(r#"{"en":"Story","fr":"Récit","ug":"ھېكايە"}"#).unwrap();
        let draft = Draft::of(&file.content, &file.text.text);
        assert!(draft.languages.has("ug"));
        let read = draft.read();
        assert!(read.is_sound(), "{:?}", read.gaps);
        assert_eq!((read.content, read.text), (file.content, file.text.text));
    }
}
