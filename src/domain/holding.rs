//! What is held about a person, in a form that every kind of row can take: to show, to hand over, and to erase.

use uuid::Uuid;

use super::moment::Moment;

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Signature,
    /// A form sent again.
    Repeat,
    /// A signature under an open letter.
    SignOn,
    /// A card to an official.
    Postcard,
    /// A signature on paper that was typed in.
    SheetRow,
    /// The record of a mail: when, not what.
    Mail,
    /// A message to the organisers that waits to be sent on.
    Message,
    /// A message to the organisers in their inbox.
    Inbox,
    /// That no more mail goes to this address.
    Suppression,
    /// Reports go to them.
    Receiver,
    /// They work here.
    Account,
    /// They are invited to.
    Invitation,
    /// They asked before.
    Inquiry,
}

impl Kind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Repeat => "repeated_form",
            Self::SignOn => "letter_signature",
            Self::Postcard => "postcard",
            Self::SheetRow => "paper_signature",
            Self::Mail => "mail",
            Self::Message => "message_on_its_way",
            Self::Inbox => "message",
            Self::Suppression => "no_more_mail",
            Self::Receiver => "report_receiver",
            Self::Account => "account",
            Self::Invitation => "invitation",
            Self::Inquiry => "inquiry",
        }
    }
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    State,
    Name,
    Email,
    PostalCode,
    City,
    RegionTyped,
    Comment,
    Message,
    Answer,
    Note,
    Organisation,
    Website,
    Profession,
    Affiliation,
    /// The role of who signs for an organisation.
    PlaceInOrganisation,
    Country,
    Region,
    Riding,
    /// The code of the link, or the site, that led to the campaign.
    Source,
    Language,
    TextVersion,
    Display,
    UpdatesSince,
    ConsentWords,
    /// From when until when they wanted updates before.
    EarlierConsent,
    SignedAt,
    ConfirmedAt,
    Place,
    Number,
    EndedAt,
    SentAt,
    WrittenAt,
    LapsesAt,
    MailKind,
    Reason,
    Role,
    Since,
    Asked,
    Checked,
    Outcome,
}

impl What {
    /// Its name in what is handed over to be read by a program.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Name => "name",
            Self::Email => "email",
            Self::PostalCode => "postal_code",
            Self::City => "city",
            Self::RegionTyped => "region_typed",
            Self::Comment => "comment",
            Self::Message => "message",
            Self::Answer => "answer",
            Self::Note => "note",
            Self::Organisation => "organisation",
            Self::Website => "website",
            Self::Profession => "profession",
            Self::Affiliation => "affiliation",
            Self::PlaceInOrganisation => "role_in_organisation",
            Self::Country => "country",
            Self::Region => "region",
            Self::Riding => "riding",
            Self::Source => "source",
            Self::Language => "language",
            Self::TextVersion => "text_version",
            Self::Display => "name_shows",
            Self::UpdatesSince => "updates_since",
            Self::ConsentWords => "updates_wording",
            Self::EarlierConsent => "updates_earlier",
            Self::SignedAt => "signed_at",
            Self::ConfirmedAt => "confirmed_at",
            Self::Place => "place_in_the_count",
            Self::Number => "number",
            Self::EndedAt => "ended_at",
            Self::SentAt => "sent_at",
            Self::WrittenAt => "written_at",
            Self::LapsesAt => "lapses_at",
            Self::MailKind => "mail_kind",
            Self::Reason => "reason",
            Self::Role => "role",
            Self::Since => "since",
            Self::Asked => "asked",
            Self::Checked => "identity_checked",
            Self::Outcome => "outcome",
        }
    }
}

#[derive(Clone, PartialEq, Eq)]
pub enum Fact {
    Text(String),
    At(Moment),
    Number(i64),
    /// A word of the program, which readers see in their language.
    Word(String),
}

/// What erasing does to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It goes at once.
    Goes,
    /// It names nobody, and goes by itself after its days.
    Lapses,
    /// It stays, since without it mail could go out again that the person does not want. A keyed hash, no address.
    Guards,
    /// It stays as long as the person works here.
    Works,
    /// It stays for its days, as proof that the request was answered.
    Proves,
}

/// One row that holds something about a person.
#[derive(Clone)]
pub struct Holding {
    pub kind: Kind,
    pub campaign: Option<i32>,
    pub id: Uuid,
    /// The row that it follows, such as the signature of a mail.
    pub follows: Option<Uuid>,
    pub facts: Vec<(What, Fact)>,
    pub fate: Fate,
    /// Whether it is theirs, and not of somebody who shares their address.
    pub is_theirs: bool,
}

impl Holding {
    /// By itself, and theirs.
    pub fn new(kind: Kind, campaign: Option<i32>, id: Uuid, fate: Fate) -> Self {
        Self { kind, campaign, id, follows: None, facts: Vec::new(), fate, is_theirs: true }
    }

    #[must_use]
    pub fn following(self, row: Option<Uuid>) -> Self {
        Self { follows: row, ..self }
    }

    /// The row by which it is chosen.
    pub fn chosen_by(&self) -> Uuid {
        self.follows.unwrap_or(self.id)
    }

    /// Adds a text, unless it is empty.
    #[must_use]
    pub fn text(mut self, what: What, text: &str) -> Self {
        if !text.is_empty() {
            self.facts.push((what, Fact::Text(text.to_owned())));
        }
        self
    }

    #[must_use]
    pub fn word(mut self, what: What, word: &str) -> Self {
        self.facts.push((what, Fact::Word(word.to_owned())));
        self
    }

    #[must_use]
    pub fn at(mut self, what: What, at: impl Into<Option<Moment>>) -> Self {
        self.facts.extend(at.into().map(|at| (what, Fact::At(at))));
        self
    }

    #[must_use]
    pub fn number(mut self, what: What, number: impl Into<Option<i64>>) -> Self {
        self.facts.extend(number.into().map(|number| (what, Fact::Number(number))));
        self
    }

    pub fn fact(&self, what: What) -> Option<&Fact> {
        self.facts.iter().find(|(of, _)| *of == what).map(|(_, fact)| fact)
    }

    pub fn name(&self) -> Option<&str> {
        match self.fact(What::Name) {
            Some(Fact::Text(name)) => Some(name),
            _ => None,
        }
    }
}

/// Keeps a person out of logs and panics.
impl std::fmt::Debug for Holding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Holding({}, …)", self.kind.as_str())
    }
}
