use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::country::CountryCode;
use super::name::is_forbidden;
use super::refusal::Reason;

/// The longest postal code kept, in characters; the longest in use has ten.
const MAX_POSTAL_CODE: usize = 32;

/// What is longer than this is no postal code in any form.
const LONGEST_TYPED: usize = 255;

/// A postal code in the form its country writes, or as typed where the form is unknown, which never blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalCode {
    text: String,
    region: Option<String>,
}

impl PostalCode {
    /// Parses what was typed; empty is `None`.
    pub fn parse(typed: &str, country: &CountryCode, rules: &PostalRules) -> Result<Option<Self>, Reason> {
        let wide: String = typed.nfkc().collect();
        if wide.chars().any(is_forbidden) {
            return Err(Reason::ControlCharacters);
        }
        // Where there are no codes, people write a dash.
        if !wide.chars().any(char::is_alphanumeric) {
            return Ok(None);
        }
        let line: String = wide.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() > LONGEST_TYPED {
            return Err(Reason::TooLong(LONGEST_TYPED));
        }
        let line: String = line.chars().take(MAX_POSTAL_CODE).collect();
        let unsafe_first = |c: char| c.is_whitespace() || "=+-@".contains(c);
        let line = line.trim_end().trim_start_matches(unsafe_first).to_owned();
        let upper = line.to_uppercase();
        let Some(rule) = rules.0.get(country.as_str()) else {
            return Ok(Some(Self { text: upper, region: None }));
        };
        let bare: String = upper.chars().filter(|c| c.is_alphanumeric()).collect();
        let written = rule.forms.iter().find_map(|form| write_in(form, &bare, &rule.never));
        let region = written.as_ref().and_then(|_| rule.region(&bare));
        Ok(Some(Self {
            text: written.unwrap_or(upper),
            region: region.map(|part| format!("{}-{part}", country.as_str())),
        }))
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// ISO 3166-2, where the code tells it.
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }
}

/// The forward sortation area of a Canadian code (Canada Post): its first three characters.
pub fn forward_sortation_area(country: &CountryCode, code: &PostalCode) -> Option<String> {
    (country.as_str() == "CA" && code.region.is_some()).then(|| code.text.chars().take(3).collect())
}

/// Writes `bare` into a form such as `A9A 9A9` (`A` a letter, `9` a digit); `None` where it does not fit.
fn write_in(form: &str, bare: &str, never: &str) -> Option<String> {
    let mut left = bare.chars();
    let mut written = String::new();
    for slot in form.chars() {
        match slot {
            'A' => written.push(left.next().filter(|c| c.is_ascii_uppercase() && !never.contains(*c))?),
            '9' => written.push(left.next().filter(char::is_ascii_digit)?),
            separator => written.push(separator),
        }
    }
    left.next().is_none().then_some(written)
}

/// How countries write their codes and what these tell, from `config/postal-codes.toml`.
#[derive(Clone, Debug)]
pub struct PostalRules(HashMap<String, PostalRule>);

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PostalRule {
    forms: Vec<String>,
    /// Letters that never occur.
    #[serde(default)]
    never: String,
    /// From region to the prefixes of its codes, separated by spaces; `010-027` is a range.
    #[serde(default)]
    regions: BTreeMap<String, String>,
}

impl PostalRule {
    /// The longest prefix that fits decides.
    fn region(&self, bare: &str) -> Option<&str> {
        self.regions
            .iter()
            .filter_map(|(region, prefixes)| {
                let longest =
                    prefixes.split(' ').filter(|prefix| covers(prefix, bare)).map(str::len).max()?;
                Some((longest, region.as_str()))
            })
            .max_by_key(|(longest, _)| *longest)
            .map(|(_, region)| region)
    }
}

fn covers(prefix: &str, bare: &str) -> bool {
    match prefix.split_once('-') {
        Some((from, to)) => bare.get(..from.len()).is_some_and(|start| from <= start && start <= to),
        None => bare.starts_with(prefix),
    }
}

impl PostalRules {
    pub fn parse(toml: &str) -> Result<Self, toml::de::Error> {
        Ok(Self(toml::from_str(toml)?))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{PostalCode, PostalRules, forward_sortation_area};
    use crate::domain::country::{Countries, CountryCode};

    fn country(code: &str) -> CountryCode {
        Countries::parse(include_str!("../../config/countries.toml")).unwrap().code(code).unwrap()
    }

    fn rules() -> PostalRules {
        PostalRules::parse(include_str!("../../config/postal-codes.toml")).unwrap()
    }

    fn parsed(code: &str, typed: &str) -> (String, Option<String>) {
        let postal = PostalCode::parse(typed, &country(code), &rules()).unwrap().unwrap();
        (postal.as_str().to_owned(), postal.region().map(str::to_owned))
    }

    #[test]
    fn a_code_is_written_as_its_country_writes_it_and_tells_the_region() {
        let cases = [
            ("CA", "k1a0a6", "K1A 0A6", Some("CA-ON")),
            ("CA", " H2X-1Y4 ", "H2X 1Y4", Some("CA-QC")),
            ("CA", "X0A 0A0", "X0A 0A0", Some("CA-NU")),
            ("CA", "X1A 2B3", "X1A 2B3", Some("CA-NT")),
            ("CA", "Ｋ１Ａ ０Ａ６", "K1A 0A6", Some("CA-ON")),
            ("CA", "D1A 0A6", "D1A 0A6", None),
            ("CA", "K1A", "K1A", None),
            ("US", "100014321", "10001-4321", Some("US-NY")),
            ("US", "94103", "94103", Some("US-CA")),
            ("GB", "sw1a1aa", "SW1A 1AA", None),
            ("AU", "2600", "2600", Some("AU-ACT")),
            ("DE", "10115", "10115", None),
            ("JP", "100-0001", "100-0001", None),
            ("SA", "+1", "1", None),
        ];
        for (code, typed, written, region) in cases {
            assert_eq!(
                parsed(code, typed),
                (written.to_owned(), region.map(str::to_owned)),
                "{code} {typed}"
            );
        }
    }

    #[test]
    fn the_forward_sortation_area_is_the_first_half() {
        let code = PostalCode::parse("l7l 1a1", &country("CA"), &rules()).unwrap().unwrap();
        assert_eq!(forward_sortation_area(&country("CA"), &code).as_deref(), Some("L7L"));
    }

    proptest! {
        #[test]
        fn writing_a_code_twice_changes_nothing(typed in "[A-Z0-9 -]{0,10}", code in "CA|US|GB|AU|FR|DE") {
            if let Ok(Some(once)) = PostalCode::parse(&typed, &country(&code), &rules()) {
                prop_assert_eq!(PostalCode::parse(once.as_str(), &country(&code), &rules()), Ok(Some(once)));
            }
        }

        #[test]
        fn parsing_never_panics(typed in "\\PC{0,40}") {
            let _ = PostalCode::parse(&typed, &country("CA"), &rules());
        }
    }
}
