//! Ridings: in which electoral district a Canadian postal code lies, as a table tells that is loaded at the command line.

mod atlas;
mod columns;
mod reading;

use std::collections::BTreeMap;

use super::lang::Lang;

pub use atlas::Atlas;
pub use columns::Columns;
pub use reading::{Fault, Flaw, Reading, Whole};

/// The longest code and name of a riding, in characters.
pub const MAX_CODE: usize = 20;
pub const MAX_NAME: usize = 150;

/// An electoral district.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Riding {
    /// As whoever made the table numbers it, such as `35075`.
    pub code: String,
    pub en: String,
    pub fr: String,
}

impl Riding {
    /// Its name in a language, or in the other where only that is known.
    pub fn name(&self, lang: Lang) -> &str {
        let (own, other) = if lang == Lang::Fr { (&self.fr, &self.en) } else { (&self.en, &self.fr) };
        if own.is_empty() { other } else { own }
    }
}

/// A Canadian postal code as a number: codes stand in the order of their numbers, those of one area beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(u32);

/// How many codes an area may have: the three characters that follow it.
const IN_AREA: u32 = 10 * 26 * 10;

/// The letters that no Canadian code has (Canada Post, Addressing Guidelines).
const NEVER: &[u8] = b"DFIOQU";

impl Place {
    /// `K1A 0A6`, with or without the space and in any case; nothing where that is no Canadian postal code.
    pub fn parse(text: &str) -> Option<Self> {
        let mut number = 0;
        let mut slots = 0;
        for byte in text.bytes().filter(|byte| !matches!(byte, b' ' | b'-')) {
            let (digit, of) = match byte.to_ascii_uppercase() {
                letter @ b'A'..=b'Z' if slots % 2 == 0 && !NEVER.contains(&letter) => (letter - b'A', 26),
                digit @ b'0'..=b'9' if slots % 2 == 1 => (digit - b'0', 10),
                _ => return None,
            };
            slots += 1;
            if slots > 6 {
                return None;
            }
            number = number * of + u32::from(digit);
        }
        (slots == 6).then_some(Self(number))
    }

    /// The forward sortation area, and which code of it this is.
    pub fn split(self) -> (i32, u16) {
        let area = i32::try_from(self.0 / IN_AREA).unwrap_or(i32::MAX);
        (area, u16::try_from(self.0 % IN_AREA).unwrap_or(u16::MAX))
    }

    /// What was split.
    pub fn join(area: i32, code: u16) -> Self {
        Self(u32::try_from(area).unwrap_or(0) * IN_AREA + u32::from(code))
    }
}

/// A table of postal codes and their ridings, small enough to be held in memory by every node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ridings {
    /// Which reading of a table this is; 0 where none was ever loaded.
    pub revision: i32,
    /// What whoever loaded it calls it.
    pub name: String,
    list: Vec<Riding>,
    places: Vec<Place>,
    /// The riding of each place.
    of: Vec<u16>,
    by_code: BTreeMap<String, u16>,
}

impl Ridings {
    /// Of places in their order, each with the place of its riding among the ridings.
    pub fn new(revision: i32, name: String, ridings: Vec<Riding>, codes: &[(Place, u16)]) -> Self {
        let number = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let by_code = ridings.iter().enumerate().map(|(at, one)| (one.code.clone(), number(at))).collect();
        let (places, of) = codes.iter().copied().unzip();
        Self { revision, name, list: ridings, places, of, by_code }
    }

    /// The riding of a postal code, where the table has it.
    pub fn find(&self, country: &str, postal_code: &str) -> Option<&Riding> {
        if country != "CA" || self.places.is_empty() {
            return None;
        }
        let at = self.places.binary_search(&Place::parse(postal_code)?).ok()?;
        self.list.get(usize::from(*self.of.get(at)?))
    }

    /// The riding with a code.
    pub fn riding(&self, code: &str) -> Option<&Riding> {
        self.list.get(usize::from(*self.by_code.get(code)?))
    }

    pub fn all(&self) -> &[Riding] {
        &self.list
    }

    /// How many postal codes it has.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Every code with the place of its riding, in their order.
    pub fn codes(&self) -> impl Iterator<Item = (Place, u16)> {
        self.places.iter().copied().zip(self.of.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Place, Riding, Ridings};

    #[test]
    fn a_code_is_found_however_it_is_written() {
        let riding = Riding { code: "35075".into(), en: "Ottawa Centre".into(), fr: "Ottawa-Centre".into() };
        let codes = [(Place::parse("K1A 0A6").unwrap(), 0)];
        let ridings = Ridings::new(1, "2023".into(), vec![riding], &codes);
        for written in ["K1A 0A6", "k1a0a6", "K1A-0A6"] {
            assert_eq!(ridings.find("CA", written).unwrap().code, "35075");
        }
        for (country, written) in [
            ("US", "K1A 0A6"),
            ("CA", "K1A 0A7"),
            ("CA", "K1A"),
            ("CA", ""),
            ("CA", "K1A 0A66"),
            ("CA", "D1A 0A6"),
        ] {
            assert_eq!(ridings.find(country, written), None, "{country} {written}");
        }
    }

    proptest! {
        #[test]
        fn a_code_is_split_and_joined_and_keeps_its_order(one in "[A-CEGHJ-NPR-TV-Z][0-9][A-CEGHJ-NPR-TV-Z] [0-9][A-CEGHJ-NPR-TV-Z][0-9]", other in "[A-CEGHJ-NPR-TV-Z][0-9][A-CEGHJ-NPR-TV-Z] [0-9][A-CEGHJ-NPR-TV-Z][0-9]") {
            let places = [Place::parse(&one).unwrap(), Place::parse(&other).unwrap()];
            let (area, code) = places[0].split();
            prop_assert_eq!(Place::join(area, code), places[0]);
            prop_assert_eq!(places[0].cmp(&places[1]), one.cmp(&other));
            prop_assert_eq!(places[0].split().0 == places[1].split().0, one[..3] == other[..3]);
        }

        #[test]
        fn parsing_never_panics(typed in "\\PC{0,12}") {
            let _ = Place::parse(&typed);
        }
    }
}
