use super::Section;
use crate::domain::tag::Tag;

/// What is not right yet, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    pub section: Section,
    /// The field as the form names it, such as `demands.0.text`, without its language.
    pub path: String,
    /// The language in which it is wrong, of a text that has languages.
    pub tag: Option<Tag>,
    pub fault: Fault,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is typed, and a campaign cannot do without.
    Missing,
    /// It is there in the main language and not in this one: readers get the main one.
    Untranslated,
    TooLong(usize),
    NotEmail,
    NotCountry,
    NotDate,
    NotNumber,
    NotAscending,
    NotTag,
    /// What an addressee or an organisation is: at least one row is needed.
    NoRows,
}

impl Fault {
    /// Whether it keeps the campaign from being published.
    pub fn blocks(self) -> bool {
        self != Self::Untranslated
    }

    /// Whether something was typed that cannot stand: told at the field as soon as it is saved.
    pub fn is_wrong(self) -> bool {
        !matches!(self, Self::Missing | Self::Untranslated | Self::NoRows)
    }
}

impl Gap {
    /// What the field is called in the page, and by links to it.
    pub fn id(&self) -> String {
        match &self.tag {
            Some(tag) => format!("{}.{tag}", self.path),
            None => self.path.clone(),
        }
    }
}

/// The path of a field without the numbers of its rows: what it is, wherever it stands.
pub fn kind_of_path(path: &str) -> String {
    path.split('.').filter(|part| part.parse::<usize>().is_err()).collect::<Vec<_>>().join(".")
}
