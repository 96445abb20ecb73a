use serde::Deserialize;

/// The size of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    Letter,
    A4,
}

impl Paper {
    pub const ALL: [Self; 2] = [Self::Letter, Self::A4];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::A4 => "a4",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// What printers hold in a country (ISO 3166-1 alpha-2).
    pub fn usual(country: &str) -> Self {
        if matches!(country, "CA" | "US" | "MX" | "CL" | "CO" | "PH") { Self::Letter } else { Self::A4 }
    }
}
