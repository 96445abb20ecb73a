//! Which files a package has.

use super::Work;
use crate::domain::disclosure::Disclosure;

/// A file of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Csv,
}

impl Content {
    pub fn name(self) -> String {
        match self {
            Self::Csv => "roll.csv".to_owned(),
        }
    }

    /// Whether a line stands in it.
    pub const fn holds(self, _place: i64) -> bool {
        matches!(self, Self::Csv)
    }

    /// How many lines are read to write it.
    pub fn lines(self, all: i64) -> i64 {
        match self {
            Self::Csv => all,
        }
    }
}

impl Work {
    /// All files of the package, in the order in which they are packed.
    pub(super) fn contents(&self) -> Vec<Content> {
        let one = &self.delivery;
        let mut contents = Vec::new();
        if one.disclosure >= Disclosure::NamePlace && one.lines > 0 {
            contents.push(Content::Csv);
        }
        contents
    }
}
