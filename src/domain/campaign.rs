use std::time::Duration;

use super::content::{Content, Text};
use super::moment::{DAY, Moment};

/// How long after closing a confirmation is still accepted.
pub const CONFIRMATION_GRACE: Duration = DAY;

/// A campaign as it stands, with the text that is signed now.
#[derive(Clone, Debug)]
pub struct Campaign {
    pub id: i32,
    /// Whose it is.
    pub organisation: i32,
    pub slug: String,
    pub revision: i32,
    pub switch: Switch,
    pub opens_at: Moment,
    pub closes_at: Option<Moment>,
    pub text_version: i32,
    pub text_published_at: Moment,
    /// SHA-256 of the text, in hexadecimal.
    pub text_digest: String,
    pub text: Text,
    pub content: Content,
}

/// What organisers set by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    On,
    Paused,
    Removed,
}

impl Switch {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::On => "open",
            Self::Paused => "paused",
            Self::Removed => "removed",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::On, Self::Paused, Self::Removed].into_iter().find(|switch| switch.as_str() == text)
    }
}

/// Where a campaign stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Upcoming,
    Open,
    Paused,
    Closed,
    Removed,
}

impl Campaign {
    /// The text that is signed now.
    pub fn edition(&self) -> Edition {
        Edition { version: self.text_version, digest: self.text_digest.clone() }
    }

    pub fn status(&self, now: Moment) -> Status {
        match self.switch {
            Switch::Removed => Status::Removed,
            _ if self.closes_at.is_some_and(|closes| now >= closes) => Status::Closed,
            Switch::Paused => Status::Paused,
            Switch::On if now < self.opens_at => Status::Upcoming,
            Switch::On => Status::Open,
        }
    }

    /// Whether a signature given in time may still be confirmed: also while paused, and for a day after closing.
    pub fn confirms(&self, now: Moment) -> bool {
        self.switch != Switch::Removed
            && self.closes_at.is_none_or(|closes| now < closes + CONFIRMATION_GRACE)
    }
}

/// A version of a campaign's text that may be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    pub version: i32,
    /// SHA-256 of the text, in hexadecimal.
    pub digest: String,
}

impl Edition {
    /// What a form carries to say which text it showed: the number, and enough of the digest to tell that the words
    /// under it are still the same.
    pub fn mark(&self) -> String {
        format!("{}-{}", self.version, self.digest.get(..8).unwrap_or_default())
    }
}
