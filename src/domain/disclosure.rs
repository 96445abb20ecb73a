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
