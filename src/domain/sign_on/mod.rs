mod form;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::form::{NewSignOn, SignOnForm};
use super::display::Display;
use super::household::Index;
use super::lang::Lang;
use super::local_name::LocalName;
use super::moment::Moment;
use super::person::Person;

/// Who signs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Organisation,
    Professional,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Organisation, Self::Professional];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Professional => "professional",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Where a sign-on stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Waiting for the mail to be confirmed.
    Pending,
    /// A form sent again: kept so that its waiting page works like any other.
    Repeat,
    /// Confirmed, waiting for staff.
    Held,
    /// On the list.
    Vetted,
    /// Not on the list, as staff decided.
    Declined,
    Withdrawn,
    Disowned,
}

impl State {
    const ALL: [Self; 7] = [
        Self::Pending,
        Self::Repeat,
        Self::Held,
        Self::Vetted,
        Self::Declined,
        Self::Withdrawn,
        Self::Disowned,
    ];

    /// Those that staff see in their queue.
    pub const SEEN: [Self; 3] = [Self::Held, Self::Vetted, Self::Declined];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Repeat => "repeat",
            Self::Held => "held",
            Self::Vetted => "vetted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Disowned => "disowned",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// Whether it still stands for somebody.
    pub const fn stands(self) -> bool {
        matches!(self, Self::Pending | Self::Held | Self::Vetted | Self::Declined)
    }

    pub const fn is_confirmed(self) -> bool {
        matches!(self, Self::Held | Self::Vetted | Self::Declined)
    }
}

/// Why staff declined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclineReason {
    /// It could not be told that they are who they say, or may speak for the organisation.
    Unproven,
    Duplicate,
    /// Not one of those whom the letter speaks for.
    Unsuited,
    Other,
}

impl DeclineReason {
    pub const ALL: [Self; 4] = [Self::Unproven, Self::Duplicate, Self::Unsuited, Self::Other];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unproven => "unproven",
            Self::Duplicate => "duplicate",
            Self::Unsuited => "unsuited",
            Self::Other => "other",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text)
    }
}

/// What somebody told us when they signed on, as it is sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    #[serde(flatten)]
    pub person: Person,
    #[serde(default)]
    pub organisation: String,
    #[serde(default)]
    pub role: String,
    #[serde(default)]
    pub profession: String,
    #[serde(default)]
    pub affiliation: String,
    #[serde(default)]
    pub website: String,
}

/// Keeps a signatory out of logs and panics.
impl std::fmt::Debug for Signatory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signatory(…)")
    }
}

/// What a sign-on is found and told apart by: each a blind index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    pub email: Index,
    /// The organisation by its name and website, or the professional by their address.
    pub whole: Index,
    /// The name alone: of the organisation, or of the professional.
    pub name: Index,
    /// The host of the website.
    pub host: Option<Index>,
}

/// A sign-on as it is kept.
#[derive(Clone, Debug)]
pub struct SignOn {
    pub campaign: i32,
    pub id: Uuid,
    pub kind: Kind,
    pub state: State,
    pub lang: Lang,
    pub text_version: i32,
    /// The signatory, sealed; empty once they have left.
    pub sealed: Vec<u8>,
    /// None once they have left.
    pub marks: Option<Marks>,
    /// The whole mark, where this row alone may stand for it.
    pub claim: Option<Index>,
    pub country: String,
    pub display: Display,
    pub updates_since: Option<Moment>,
    pub hold_reason: Option<String>,
    pub mails: i16,
    pub code_attempts: i16,
    /// Whether the link of the mail is not enough: its code must be typed.
    pub code_only: bool,
    pub repeat_of: Option<Uuid>,
    pub own: bool,
    pub created_at: Moment,
    pub expires_at: Moment,
    pub confirmed_at: Option<Moment>,
    pub decided_at: Option<Moment>,
    pub decline_reason: Option<DeclineReason>,
    /// The decision that its mail told last.
    pub told: Option<State>,
    pub ended_at: Option<Moment>,
    /// The names of an organisation as the list has them; public once vetted.
    pub names: Vec<LocalName>,
    pub weight: i32,
}

impl SignOn {
    /// The address, as a blind index.
    pub fn email(&self) -> Option<Index> {
        self.marks.map(|marks| marks.email)
    }

    /// Ends it: who it was is forgotten, a trace without a name stays.
    pub fn end(&mut self, to: State, now: Moment) {
        self.state = to;
        self.sealed = Vec::new();
        (self.marks, self.claim) = (None, None);
        self.updates_since = None;
        self.names = Vec::new();
        self.ended_at = Some(now);
    }
}
