use super::country::CountryCode;
use super::display::Display;
use super::email::EmailAddress;
use super::lang::Lang;
use super::moment::Moment;
use super::name::FullName;
use super::person::Person;
use super::postal::PostalCode;
use super::source::Source;

/// The longest place, region and comment, in characters.
pub const MAX_PLACE: usize = 100;
pub const MAX_COMMENT: usize = 1000;

/// How many confirmation mails one signature may ask for in all, and how many wrong codes each mail allows.
pub const MAX_MAILS: i16 = 5;
pub const MAX_CODE_ATTEMPTS: i16 = 5;

/// Where a signature stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Waiting for the mail to be confirmed.
    Pending,
    /// Confirmed and counted.
    Confirmed,
    /// Confirmed, waiting for review, not counted.
    Held,
    /// Taken back by the signatory.
    Withdrawn,
    /// The owner of the address did not sign.
    Disowned,
    /// Struck out by staff, with a reason.
    Invalidated,
}

impl State {
    pub const ALL: [Self; 6] =
        [Self::Pending, Self::Confirmed, Self::Held, Self::Withdrawn, Self::Disowned, Self::Invalidated];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Confirmed => "confirmed",
            Self::Held => "held",
            Self::Withdrawn => "withdrawn",
            Self::Disowned => "disowned",
            Self::Invalidated => "invalidated",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// Whether the signature still stands for a person, counted or not.
    pub const fn stands(self) -> bool {
        matches!(self, Self::Pending | Self::Confirmed | Self::Held)
    }
}

/// A form that passed every rule, ready to be signed.
#[derive(Clone, Debug)]
pub struct NewSignature {
    pub name: FullName,
    pub email: EmailAddress,
    pub country: CountryCode,
    pub postal_code: Option<PostalCode>,
    pub city: String,
    pub region: String,
    pub comment: String,
    pub display: Display,
    pub updates: bool,
    pub text_version: i32,
    pub lang: Lang,
    /// What led here.
    pub source: Source,
    /// Why it will wait for review once confirmed.
    pub hold_reason: Option<HoldReason>,
}

/// Why a signature is looked at by staff before it counts. The page never tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldReason {
    DisposableDomain,
    Honeypot,
    /// The organisation has blocked the domain of its address.
    BlockedDomain,
    /// A moderator took it off the count.
    Moderator,
}

impl HoldReason {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DisposableDomain => "disposable_domain",
            Self::Honeypot => "honeypot",
            Self::BlockedDomain => "blocked_domain",
            Self::Moderator => "moderator",
        }
    }
}

impl NewSignature {
    pub fn person(&self) -> Person {
        Person {
            name: self.name.as_str().to_owned(),
            email: self.email.as_typed().to_owned(),
            postal_code: self.postal_code.as_ref().map_or_else(String::new, |code| code.as_str().to_owned()),
            city: self.city.clone(),
            region: self.region.clone(),
            comment: self.comment.clone(),
        }
    }

    /// The part of the tally it falls into: ISO 3166-2 where the postal code tells it, else the country.
    pub fn counted_region(&self) -> &str {
        self.postal_code.as_ref().and_then(PostalCode::region).unwrap_or(self.country.as_str())
    }
}

/// What the count needs to know of a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    pub confirmed_at: Moment,
    pub country: String,
    pub region: String,
    /// The code of the riding; empty where no table tells it.
    pub riding: String,
    pub lang: Lang,
    pub source: String,
}

/// A signature as it is kept.
#[derive(Clone, Debug)]
pub struct Signature {
    pub campaign: i32,
    pub id: uuid::Uuid,
    pub state: State,
    pub lang: Lang,
    pub text_version: i32,
    /// The person, sealed; empty once they have left.
    pub sealed: Vec<u8>,
    pub email_index: Option<super::household::Index>,
    pub country: String,
    pub region: String,
    /// The code of the riding in which the postal code lies; empty where no table tells it.
    pub riding: String,
    /// What led here; empty where nothing told.
    pub source: String,
    pub display: Display,
    pub updates_since: Option<Moment>,
    pub hold_reason: Option<String>,
    pub mails: i16,
    pub code_attempts: i16,
    pub created_at: Moment,
    pub expires_at: Moment,
    pub confirmed_at: Option<Moment>,
    pub place: Option<i64>,
    pub ended_at: Option<Moment>,
    /// Whether the link of the mail is not enough: its code must be typed.
    pub code_only: bool,
}

impl Signature {
    /// What the tally took from it, if it is counted.
    pub fn counted(&self) -> Option<Counted> {
        let confirmed_at = self.confirmed_at.filter(|_| self.state == State::Confirmed)?;
        Some(self.counted_from(confirmed_at))
    }

    /// What the tally takes from it once it is counted from a moment on.
    pub fn counted_from(&self, confirmed_at: Moment) -> Counted {
        Counted {
            confirmed_at,
            country: self.country.clone(),
            region: self.region.clone(),
            riding: self.riding.clone(),
            lang: self.lang,
            source: self.source.clone(),
        }
    }
}
