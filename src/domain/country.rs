use std::collections::BTreeMap;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

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
pub struct Countries {
    by_code: BTreeMap<String, Country>,
    /// The codes in the alphabet of each language.
    alphabets: [Vec<String>; Lang::ALL.len()],
}

impl Countries {
    pub fn parse(toml: &str) -> Result<Self, toml::de::Error> {
        let by_code: BTreeMap<String, Country> = toml::from_str(toml)?;
        let alphabets = Lang::ALL.map(|lang| {
            let mut codes: Vec<String> = by_code.keys().cloned().collect();
            codes.sort_by_cached_key(|code| in_alphabet(by_code[code].name(lang)));
            codes
        });
        Ok(Self { by_code, alphabets })
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
        if self.by_code.contains_key(&code) { Ok(CountryCode(code)) } else { Err(Reason::Unknown) }
    }

    pub fn get(&self, code: &str) -> Option<&Country> {
        self.by_code.get(code)
    }

    /// Codes and names in the alphabet of `lang`.
    pub fn sorted(&self, lang: Lang) -> impl Iterator<Item = (&str, &Country)> {
        self.alphabets[lang as usize].iter().map(|code| (code.as_str(), &self.by_code[code]))
    }
}

/// What a name is sorted by: accents and case do not change the place.
pub fn in_alphabet(name: &str) -> String {
    let letters = name.nfd().filter(|c| c.is_alphanumeric() || *c == ' ');
    letters.flat_map(char::to_lowercase).collect()
}
