use serde::{Deserialize, Serialize};

/// What a signatory told us about themselves: the only personal data kept, and always sealed where it is kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    #[serde(rename = "n")]
    pub name: String,
    /// As typed.
    #[serde(rename = "e")]
    pub email: String,
    #[serde(rename = "p", default, skip_serializing_if = "String::is_empty")]
    pub postal_code: String,
    #[serde(rename = "c", default, skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// The region as typed, where the postal code tells none.
    #[serde(rename = "r", default, skip_serializing_if = "String::is_empty")]
    pub region: String,
    #[serde(rename = "m", default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

/// Keeps a person out of logs and panics.
impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person(…)")
    }
}
