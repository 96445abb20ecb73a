//! Reading lists of officials that others publish: the House of Commons' own as CSV or XML, and Represent's JSON.

pub(in crate::domain) mod encoding;
mod house;
mod represent;
mod table;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Part;

/// How many officials one list may have: some dozens of times as many as a parliament.
pub const MOST: usize = 20_000;

/// A list as it was read, before it is compared with the directory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    pub form: Form,
    pub records: Vec<Record>,
    /// Lines that have another number of cells than the heading.
    pub uneven: Vec<Uneven>,
    /// Columns that say nothing we keep.
    pub ignored: Vec<String>,
}

/// What kind of list it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    #[default]
    Table,
    HouseTable,
    HouseXml,
    Represent,
}

impl Form {
    /// Where its officials come from, where the list itself does not say.
    pub const fn source(self) -> &'static str {
        match self {
            Self::Table => "",
            Self::HouseTable | Self::HouseXml => "House of Commons",
            Self::Represent => "Represent",
        }
    }

    /// What a list of this kind leaves unsaid, for those of whom nothing else is known.
    pub fn defaults(self) -> Vec<(Part, &'static str)> {
        let mut defaults = vec![(Part::Source, self.source())];
        if matches!(self, Self::HouseTable | Self::HouseXml) {
            defaults.extend([
                (Part::OfficeEn, "Member of Parliament"),
                (Part::OfficeFr, "Député(e)"),
                (Part::BodyEn, "House of Commons"),
                (Part::BodyFr, "Chambre des communes"),
            ]);
        }
        defaults
    }

    /// Whether places in it are lines of the file; in JSON they are entries.
    pub fn has_lines(self) -> bool {
        self != Self::Represent
    }
}

/// One official of the list, with what the list says of them, also where that is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The line of the file, or the how-manieth entry; from 1.
    pub place: usize,
    pub parts: BTreeMap<Part, String>,
}

/// A line with another number of cells than the heading has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uneven {
    pub place: usize,
    pub cells: usize,
    pub columns: usize,
}

/// Why a file is no list that we can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    /// Not text: a picture, a program, anything.
    NotText,
    /// A spreadsheet program's own file.
    Spreadsheet,
    TooMany,
    /// A table without a column for the family name; the headings that it has.
    NoNames(Vec<String>),
    /// JSON or XML of another shape, or cut off: roughly where.
    Misshapen(usize),
}

/// Reads a file, whatever of the known kinds it is.
pub fn read(bytes: &[u8]) -> Result<Roster, Unreadable> {
    let text = encoding::text(bytes)?;
    let text = text.trim_start();
    let roster = match text.chars().next() {
        None => return Err(Unreadable::Empty),
        Some('{' | '[') => represent::read(text)?,
        Some('<') => house::read(text)?,
        Some(_) => table::read(text)?,
    };
    if roster.records.is_empty() && roster.uneven.is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(roster)
}

#[cfg(test)]
mod tests;
