//! What a mail is, in which lane it waits, and how it ended.

/// What a mail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To a new signatory: one button, one code.
    Confirm,
    /// To someone whose signature is counted already.
    AlreadySigned,
    /// To the owner of an address that someone else may not share.
    AddressTaken,
    /// From the contact form to the organisers.
    Contact,
    /// To somebody who asked about their own data: the link to their page.
    OwnPage,
    /// To an address that somebody says is theirs.
    NewAddress,
    /// To who signed an open letter on: one button, one code.
    SignOn,
    /// To who stands under the letter already.
    SignedOn,
    /// What staff decided about a sign-on.
    SignOnDecided,
    /// To who wrote a postcard: one button, one code.
    Postcard,
    /// To who has written to this official before.
    PostcardAgain,
    /// To who has a place that somebody else at their address asked for.
    PostcardTaken,
    /// What moderators decided about a postcard.
    PostcardDecided,
    /// What staff answered to a message.
    Answer,
    /// To somebody who works here and has forgotten their password.
    PasswordReset,
    /// To somebody who is to work here.
    Invitation,
    /// To somebody whose second factor was taken away by an owner.
    FactorReset,
    /// To somebody whose account has another password now.
    PasswordChanged,
    /// To the team: something has come to a campaign.
    Reminder,
    /// A draft of an update, to whoever writes it.
    Rehearsal,
    /// An update, to those who asked for it.
    Update,
    /// What is told regularly, to an addressee or a partner.
    Report,
    /// The same as it would be now, to whoever tries it.
    ReportTry,
}

/// Mail of an earlier lane goes before all mail of a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    Confirmations,
    Others,
    /// They are many, and nobody waits for them.
    Updates,
}

impl Lane {
    pub const ALL: [Self; 3] = [Self::Confirmations, Self::Others, Self::Updates];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Confirmations => "confirmations",
            Self::Others => "others",
            Self::Updates => "updates",
        }
    }

    pub(super) const fn number(self) -> i16 {
        match self {
            Self::Confirmations => 0,
            Self::Others => 1,
            Self::Updates => 2,
        }
    }
}

impl Kind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::AlreadySigned => "already_signed",
            Self::AddressTaken => "address_taken",
            Self::Contact => "contact",
            Self::OwnPage => "own_page",
            Self::NewAddress => "new_address",
            Self::SignOn => "sign_on",
            Self::SignedOn => "signed_on",
            Self::SignOnDecided => "sign_on_decided",
            Self::Postcard => "postcard",
            Self::PostcardAgain => "postcard_again",
            Self::PostcardTaken => "postcard_taken",
            Self::PostcardDecided => "postcard_decided",
            Self::Answer => "answer",
            Self::PasswordReset => "password_reset",
            Self::Invitation => "invitation",
            Self::FactorReset => "factor_reset",
            Self::PasswordChanged => "password_changed",
            Self::Reminder => "reminder",
            Self::Rehearsal => "rehearsal",
            Self::Update => "update",
            Self::Report => "report",
            Self::ReportTry => "report_try",
        }
    }

    const ALL: [Self; 23] = [
        Self::Confirm,
        Self::OwnPage,
        Self::NewAddress,
        Self::AlreadySigned,
        Self::AddressTaken,
        Self::Contact,
        Self::SignOn,
        Self::SignedOn,
        Self::SignOnDecided,
        Self::Postcard,
        Self::PostcardAgain,
        Self::PostcardTaken,
        Self::PostcardDecided,
        Self::Answer,
        Self::PasswordReset,
        Self::Invitation,
        Self::FactorReset,
        Self::PasswordChanged,
        Self::Reminder,
        Self::Rehearsal,
        Self::Update,
        Self::Report,
        Self::ReportTry,
    ];

    /// Whether it goes to somebody who works here, and is about no campaign.
    pub const fn is_to_staff(self) -> bool {
        matches!(self, Self::PasswordReset | Self::Invitation | Self::FactorReset | Self::PasswordChanged)
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Whether it is about a signature, or about a form sent again for one.
    pub const fn is_of_signature(self) -> bool {
        matches!(
            self,
            Self::Confirm | Self::OwnPage | Self::AlreadySigned | Self::AddressTaken | Self::Update
        )
    }

    pub const fn lane(self) -> Lane {
        match self {
            Self::Confirm | Self::SignOn | Self::Postcard => Lane::Confirmations,
            Self::Update => Lane::Updates,
            _ => Lane::Others,
        }
    }
}

/// How a mail ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    Sent,
    /// The mail server will not have it.
    Failed,
    /// The address has had its mails for the day.
    Capped,
    /// The address asked for no more.
    Suppressed,
    /// What it was about is gone.
    Void,
}

impl End {
    pub const ALL: [Self; 5] = [Self::Sent, Self::Failed, Self::Capped, Self::Suppressed, Self::Void];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Capped => "capped",
            Self::Suppressed => "suppressed",
            Self::Void => "void",
        }
    }
}
