use serde::{Deserialize, Serialize};

/// What an addressee would be handed about each signatory, from least to most. Shown at signing, frozen with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Disclosure {
    /// How many, and no more.
    Numbers,
    /// How many by country, region and postal area.
    Place,
    /// Names with their place.
    NamePlace,
    /// Names with everything given but the email address.
    Full,
}

impl Disclosure {
    pub const ALL: [Self; 4] = [Self::Numbers, Self::Place, Self::NamePlace, Self::Full];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Place => "place",
            Self::NamePlace => "name_place",
            Self::Full => "full",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|disclosure| disclosure.as_str() == text)
    }
}
