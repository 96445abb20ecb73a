use std::collections::BTreeMap;

use serde::Deserialize;

use super::lang::Lang;
use super::refusal::Reason;

/// A country's names, and whether its post uses codes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    en: String,
    fr: String,
    #[serde(default = "yes")]
    pub postal: bool,
}

const fn yes() -> bool {
    true
}

impl Country {
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

/// ISO 3166-1 alpha-2, upper case, one that a form offers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CountryCode(String);

impl CountryCode {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The countries a form offers, from `config/countries.toml`.
#[derive(Clone, Debug)]
pub struct Countries(BTreeMap<String, Country>);

impl Countries {
    pub fn parse(toml: &str) -> Result<Self, toml::de::Error> {
        Ok(Self(toml::from_str(toml)?))
    }

    /// Those built into the program. A test parses them, so they are sound.
    pub fn built_in() -> Self {
        Self::parse(include_str!("../../config/countries.toml")).expect("config/countries.toml")
    }

    pub fn code(&self, typed: &str) -> Result<CountryCode, Reason> {
        let code = typed.trim().to_ascii_uppercase();
        if code.is_empty() {
            return Err(Reason::Missing);
        }
        if self.0.contains_key(&code) { Ok(CountryCode(code)) } else { Err(Reason::Unknown) }
    }

    pub fn get(&self, code: &str) -> Option<&Country> {
        self.0.get(code)
    }

    /// Codes and names in the alphabet of `lang`; accents do not change the place.
    pub fn sorted(&self, lang: Lang) -> Vec<(&str, &Country)> {
        use unicode_normalization::UnicodeNormalization;
        let mut all: Vec<_> = self.0.iter().map(|(code, country)| (code.as_str(), country)).collect();
        all.sort_by_cached_key(|(_, country)| {
            country
                .name(lang)
                .nfd()
                .filter(|c| c.is_alphanumeric() || *c == ' ')
                .flat_map(char::to_lowercase)
                .collect::<String>()
        });
        all
    }
}
