//! Reports that go to an addressee or a partner of a campaign, again and again: counts, and new comments without names.

mod issue;
mod mask;
mod rhythm;
mod typed;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::issue::{Chosen, Facts, Figures, Issue, MOST_COMMENTS, Receipt, told};
pub use self::mask::{GAP, masked};
pub use self::rhythm::{Due, EARLIEST, LATEST, Rhythm, Schedule};
pub use self::typed::{Addresses, EmailFault, Fault, MOST_INTRO, MOST_PARTNER, Typed};
use super::content::Addressee;
use super::disclosure::Disclosure;
use super::lang::Lang;
use super::moment::Moment;

/// So many reports of a campaign are not ended, and so many addresses get one of them, at the most.
pub const MOST_REPORTS: usize = 10;
pub const MOST_RECEIVERS: usize = 5;

/// To whom a report goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum To {
    /// Somebody whom the text asks, by their key. What they are told is what the text says.
    Addressee(String),
    /// Another organisation. Nobody who signed was told of it, so it gets numbers, by place at the most, and nobody's words.
    Partner { name: String, level: Disclosure },
}

impl To {
    /// What is told; nothing where the text no longer asks the addressee.
    pub fn level(&self, asked: &[Addressee]) -> Option<Disclosure> {
        match self {
            Self::Addressee(key) => asked.iter().find(|one| one.key == *key).map(|one| one.disclosure),
            Self::Partner { level, .. } => Some(*level),
        }
    }
}

/// What a partner can be told.
pub const PARTNER_LEVELS: [Disclosure; 2] = [Disclosure::Numbers, Disclosure::Place];

/// How a report is set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    pub to: To,
    pub lang: Lang,
    pub schedule: Schedule,
    /// What the team says before the figures; empty: nothing.
    pub intro: String,
    /// Whether nothing is sent where nothing is new.
    pub skips: bool,
}

/// Where a report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Set up, and never switched on.
    New,
    On,
    Paused,
    Ended,
}

impl State {
    pub const ALL: [Self; 4] = [Self::New, Self::On, Self::Paused, Self::Ended];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::On => "on",
            Self::Paused => "paused",
            Self::Ended => "ended",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// Why a report paused by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// The text no longer asks its addressee.
    NoAddressee,
    /// Whoever sends mail says where they are, and the organisation no longer does.
    NoPostalAddress,
    /// All its receivers want no more.
    NoReceiver,
}

impl Because {
    const ALL: [Self; 3] = [Self::NoAddressee, Self::NoPostalAddress, Self::NoReceiver];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoAddressee => "no_addressee",
            Self::NoPostalAddress => "no_postal_address",
            Self::NoReceiver => "no_receiver",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|because| because.as_str() == text)
    }
}

/// A report as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub campaign: i32,
    /// Counts from 1 within the campaign.
    pub number: i32,
    pub revision: i32,
    pub terms: Terms,
    pub state: State,
    pub because: Option<Because>,
    /// What was due until then is settled.
    pub owed_after: Moment,
    /// Who set it up, or changed it last.
    pub set_by: Option<Uuid>,
    /// Who approved that it tells what people wrote, as it was set up last.
    pub approved_by: Option<Uuid>,
    pub created_at: Moment,
    pub changed_at: Moment,
}

impl Report {
    /// Whether people's words wait for a second person: what is personal leaves an organisation as its deliveries do.
    pub fn waits(&self, asked: &[Addressee], wants_two: bool) -> bool {
        wants_two && self.approved_by.is_none() && self.terms.to.level(asked) == Some(Disclosure::Full)
    }

    /// What is told as things stand; nothing where the text no longer asks the addressee.
    pub fn level(&self, asked: &[Addressee], wants_two: bool) -> Option<Disclosure> {
        if self.waits(asked, wants_two) { Some(Disclosure::Place) } else { self.terms.to.level(asked) }
    }
}

/// Where a report goes, as it is sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailbox {
    pub email: String,
}

/// Keeps an address out of logs and panics.
impl std::fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mailbox(…)")
    }
}

/// Who gets a report.
#[derive(Clone, Debug)]
pub struct Receiver {
    pub id: Uuid,
    pub campaign: i32,
    pub report: i32,
    /// The mailbox, sealed; empty once it is forgotten of somebody who wants no more.
    pub sealed: Vec<u8>,
    pub created_at: Moment,
    /// Since when they want no more.
    pub left_at: Option<Moment>,
    /// Since when the team has taken them out.
    pub removed_at: Option<Moment>,
}

impl Receiver {
    /// Whether mail goes there.
    pub const fn is_active(&self) -> bool {
        self.left_at.is_none() && self.removed_at.is_none()
    }

    /// Whether the team sees it: it gets mail, or said that it wants no more.
    pub const fn is_listed(&self) -> bool {
        !self.is_forgotten() && (self.is_active() || self.left_at.is_some())
    }

    /// Whether nothing is known of the address but that it wants no more.
    pub const fn is_forgotten(&self) -> bool {
        self.sealed.is_empty()
    }
}
