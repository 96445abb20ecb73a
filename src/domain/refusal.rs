/// A field of a form, as named in its HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Name,
    Email,
    Country,
    PostalCode,
    City,
    Region,
    Public,
    Comment,
    Updates,
    TextVersion,
    Code,
    Message,
    Kind,
    Organisation,
    /// The language of an organisation's name.
    NameLanguage,
    Role,
    Profession,
    Affiliation,
    Website,
    Subject,
    Note,
    Weight,
    Sorting,
    Reason,
    /// To whom a postcard goes.
    Official,
    /// The picture of a postcard.
    Design,
    /// How the sender stands on a postcard.
    Sender,
}

impl Field {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Country => "country",
            Self::PostalCode => "postal_code",
            Self::City => "city",
            Self::Region => "region",
            Self::Public => "public",
            Self::Comment => "comment",
            Self::Updates => "updates",
            Self::TextVersion => "text_version",
            Self::Code => "code",
            Self::Message => "message",
            Self::Kind => "kind",
            Self::Organisation => "organisation",
            Self::NameLanguage => "name_language",
            Self::Role => "role",
            Self::Profession => "profession",
            Self::Affiliation => "affiliation",
            Self::Website => "website",
            Self::Subject => "subject",
            Self::Note => "note",
            Self::Weight => "weight",
            Self::Sorting => "sorting",
            Self::Reason => "reason",
            Self::Official => "official",
            Self::Design => "design",
            Self::Sender => "sender",
        }
    }
}

/// Why a field was refused. Each has its words in the locales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Missing,
    /// More characters than this.
    TooLong(usize),
    ControlCharacters,
    Url,
    LeadingSign,
    NoLetters,
    StackedMarks,
    /// Not an email address: what is wrong with it.
    EmailAt,
    EmailSpace,
    EmailLocal,
    EmailDomain,
    EmailQuoted,
    /// Not one of the choices offered.
    Unknown,
    /// The text has changed since the form was shown.
    OtherText,
    /// Not the code of the latest mail, or no longer accepted.
    WrongCode,
    /// Not the address of a website.
    Website,
    /// Not a language tag.
    LanguageTag,
    /// Not a whole number between these.
    NotBetween(i32, i32),
    /// Somebody else has changed it meanwhile.
    ChangedMeanwhile,
    /// What turns the direction of a text and does not end in its line.
    Unbalanced,
    /// About so many characters more than there is room for on the card.
    Overfull(usize),
    /// A character that no font we print with has.
    NotPrintable(char),
    /// No member is known for this postal code.
    NoMember,
    /// Somebody else at this address has written to them.
    Shared,
}

/// A refused field and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub field: Field,
    pub reason: Reason,
}
