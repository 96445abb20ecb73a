use std::collections::HashMap;
use std::time::Duration;

use uuid::Uuid;

use super::content::{Addressee, Content, Text};
use super::moment::{DAY, Moment};
use super::picture::{Paper, Picture};
use super::words::Words;
use super::zone::Zone;

/// How long after closing a confirmation is still accepted.
pub const CONFIRMATION_GRACE: Duration = DAY;

/// A campaign as it stands, with the text that is signed now.
#[derive(Clone, Debug)]
pub struct Campaign {
    pub id: i32,
    /// Whose it is.
    pub organisation: i32,
    /// Where replies to its mail go, as its organisation says; empty: not told.
    pub reply_address: String,
    /// By whose clocks its days are, as its organisation says.
    pub time_zone: String,
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
    /// What this version of the text changed of the one before.
    pub text_note: Words,
    pub content: Content,
    /// Since when it is out of the lists.
    pub archived_at: Option<Moment>,
    /// When what is written will be published by itself.
    pub publish_at: Option<Moment>,
    /// When it should have been, and was not whole.
    pub publish_missed_at: Option<Moment>,
    /// What is shown at the head of its page.
    pub picture: Option<Picture>,
    /// How the officials whom it asks are called now, as the directory has them.
    pub officials: HashMap<Uuid, Addressee>,
    /// What there is to download, in its order.
    pub papers: Vec<Paper>,
}

/// What organisers set by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// Never published: nobody but those who make it knows of it.
    Draft,
    On,
    Paused,
    Removed,
}

impl Switch {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::On => "open",
            Self::Paused => "paused",
            Self::Removed => "removed",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Draft, Self::On, Self::Paused, Self::Removed]
            .into_iter()
            .find(|switch| switch.as_str() == text)
    }
}

/// Where a campaign stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Draft,
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

    /// The zone in which days of it are typed and told.
    pub fn zone(&self) -> Zone {
        Zone::named(&self.time_zone)
    }

    pub fn status(&self, now: Moment) -> Status {
        match self.switch {
            Switch::Draft => Status::Draft,
            Switch::Removed => Status::Removed,
            _ if self.closes_at.is_some_and(|closes| now >= closes) => Status::Closed,
            Switch::Paused => Status::Paused,
            Switch::On if now < self.opens_at => Status::Upcoming,
            Switch::On => Status::Open,
        }
    }

    /// Whether it was put away or taken down: nobody works on it any more.
    pub fn is_retired(&self) -> bool {
        self.archived_at.is_some() || self.switch == Switch::Removed
    }

    /// Whether offices come to its deliveries by their links: no longer once it was taken down, though it may be closed or put away.
    pub fn has_links(&self) -> bool {
        self.switch != Switch::Removed
    }

    /// Whether it was ever published.
    pub fn is_public(&self) -> bool {
        self.switch != Switch::Draft
    }

    /// Whether a signature given in time may still be confirmed: also while paused, and for a day after closing.
    pub fn confirms(&self, now: Moment) -> bool {
        !matches!(self.switch, Switch::Removed | Switch::Draft)
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
