//! Pictures and documents of a campaign, as they were stored: what is known of them without their bytes.

use uuid::Uuid;

use super::moment::Moment;
use super::name::is_forbidden;
use super::tag::Tag;
use super::words::Words;

/// A picture in one width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// SHA-256 of the bytes, in hexadecimal, cut: its name in addresses.
    pub hash: String,
    pub width: u32,
    pub height: u32,
}

/// A picture, in the widths in which it is stored, the smallest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub id: Uuid,
    pub campaign: i32,
    /// What it shows, for those who do not see it.
    pub alternative: Words,
    /// Who made it; empty where that need not be said.
    pub credit: String,
    pub copies: Vec<Copy>,
    pub created_at: Moment,
}

impl Picture {
    pub fn largest(&self) -> Option<&Copy> {
        self.copies.last()
    }

    pub fn smallest(&self) -> Option<&Copy> {
        self.copies.first()
    }
}

/// A document in the form in which it was uploaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub id: Uuid,
    pub campaign: i32,
    pub title: Words,
    pub hash: String,
    /// In bytes.
    pub size: u64,
    pub created_at: Moment,
}

/// How many characters a line may have.
pub const LONGEST: usize = 300;

/// How many pictures a campaign may have, and how many documents.
pub const MOST: usize = 50;

/// What is wrong with a line that somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    Missing,
    TooLong,
    ControlCharacters,
}

/// A line in one form: one space between words, none around them.
pub fn line(typed: &str, needed: bool) -> Result<String, Flaw> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() && needed {
        return Err(Flaw::Missing);
    }
    if text.chars().any(is_forbidden) {
        return Err(Flaw::ControlCharacters);
    }
    if text.chars().count() > LONGEST { Err(Flaw::TooLong) } else { Ok(text) }
}

/// A line in every language of a campaign, or what is wrong with it in which.
pub fn lines(typed: &[(Tag, String)]) -> Result<Words, Vec<(Tag, Flaw)>> {
    let read: Vec<_> = typed.iter().map(|(tag, text)| (tag.clone(), line(text, true))).collect();
    let wrong: Vec<_> =
        read.iter().filter_map(|(tag, read)| Some((tag.clone(), read.clone().err()?))).collect();
    if wrong.is_empty() {
        Ok(read.into_iter().filter_map(|(tag, read)| Some((tag, read.ok()?))).collect())
    } else {
        Err(wrong)
    }
}
