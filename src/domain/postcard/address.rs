//! Where a card goes, as Canada Post reads it: capital letters, no punctuation, two spaces before the postal code, the last line the
//! place (Addressing Guidelines).

use unicode_normalization::UnicodeNormalization;

use crate::domain::lang::Lang;
use crate::domain::official::{Details, Part, code_of, folded};
use crate::domain::riding::Place;

/// The address that every member of the House of Commons has there.
const HOUSE_CODE: &str = "K1A 0A6";

/// The lines of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub lines: Vec<String>,
    /// Whether it is a member of the House of Commons, at the House: mail to them goes free within Canada
    /// (Canada Post Corporation Act, s. 35).
    pub at_the_house: bool,
}

impl Block {
    /// Where an official is reached; nothing where the directory knows no address.
    pub fn of(details: &Details, lang: Lang) -> Option<Self> {
        let parliament = details.get(Part::ParliamentAddress);
        let at_the_house = is_member(details) && (is_the_house(parliament) || parliament.is_empty());
        let mut lines = vec![full_name(details), office(details, lang)];
        if at_the_house {
            let (house, city) = match lang {
                Lang::En => ("HOUSE OF COMMONS", "OTTAWA ON"),
                Lang::Fr => ("CHAMBRE DES COMMUNES", "OTTAWA ON"),
            };
            lines.extend([house.to_owned(), format!("{city}  {HOUSE_CODE}")]);
        } else {
            let known = [parliament, details.get(Part::ConstituencyAddress)];
            let address = known.into_iter().find(|address| !address.is_empty())?;
            lines.extend(postal_lines(address));
        }
        lines.retain(|line| !line.is_empty());
        lines.dedup();
        Some(Self { lines, at_the_house })
    }

    /// Whether a card goes there free of postage: not from abroad, and not while members run for election.
    pub fn is_free(&self, country: &str, elections: bool) -> bool {
        self.at_the_house && country == "CA" && !elections
    }
}

/// Whether an official sits in the House of Commons of Canada.
fn is_member(details: &Details) -> bool {
    let bodies = [Part::BodyEn, Part::BodyFr].map(|part| folded(details.get(part)));
    let sits =
        bodies.iter().any(|body| body.contains("houseofcommons") || body.contains("chambredescommunes"));
    let is_reached_there = is_the_house(details.get(Part::ParliamentAddress));
    let is_canadian = code_of(details.get(Part::Province)).is_some() || is_reached_there;
    is_canadian && (sits || (is_reached_there && !details.get(Part::Riding).is_empty()))
}

/// Whether an address is that of the House of Commons in Ottawa.
fn is_the_house(address: &str) -> bool {
    let address = folded(address);
    let house = address.contains("houseofcommons") || address.contains("chambredescommunes");
    house && (address.contains("ottawa") || address.contains("k1a0a6"))
}

/// Name and form of address, which the directory may have short.
fn full_name(details: &Details) -> String {
    let honorific = details.get(Part::Honorific);
    let written = match &*folded(honorific) {
        "rthon" | "therthon" | "righthon" | "therighthon" | "righthonourable" | "therighthonourable" => {
            "THE RIGHT HONOURABLE"
        }
        "hon" | "thehon" | "honourable" | "thehonourable" => "THE HONOURABLE",
        "treshon" | "letreshon" => "LE TRÈS HONORABLE",
        "lhon" | "honorable" | "lhonorable" => "L’HONORABLE",
        _ => honorific,
    };
    tidy(&[written, &details.name()].join(" "))
}

/// What they are; a member without another office is that.
fn office(details: &Details, lang: Lang) -> String {
    tidy(details.office(lang))
}

/// Capital letters, and no punctuation but what stands within words.
fn tidy(text: &str) -> String {
    let kept = text.chars().map(|c| if matches!(c, ',' | '.' | ';' | ':') { ' ' } else { c });
    let line: String = kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    line.to_uppercase().nfc().collect()
}

/// An address as it was written, in the form that is read.
fn postal_lines(address: &str) -> Vec<String> {
    let written: Vec<&str> = match address.lines().count() {
        1 => address.split(',').collect(),
        _ => address.lines().collect(),
    };
    let mut lines: Vec<String> = Vec::new();
    for line in written {
        let line = place_line(line);
        // In one line `Ottawa, Ontario, K1A 0A2` is one place all the same.
        match lines.last_mut() {
            Some(last) if is_code(&line) => {
                last.push_str("  ");
                last.push_str(line.trim());
            }
            Some(last) if is_province(&line) && !last.contains(|c: char| c.is_ascii_digit()) => {
                last.push(' ');
                last.push_str(&with_province(&line));
            }
            _ => lines.push(line),
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn is_code(line: &str) -> bool {
    Place::parse(line).is_some()
}

/// A line that is a province, with its postal code or without.
fn is_province(line: &str) -> bool {
    code_of(line.split("  ").next().unwrap_or_default()).is_some()
}

/// The same with the province in its two letters.
fn with_province(line: &str) -> String {
    let (province, code) = line.split_once("  ").unwrap_or((line, ""));
    let short = code_of(province).unwrap_or(province);
    if code.is_empty() { short.to_owned() } else { format!("{short}  {code}") }
}

/// A line whose province is its two letters, and whose postal code stands two spaces behind it.
fn place_line(line: &str) -> String {
    let line = tidy(line);
    let words: Vec<&str> = line.split(' ').collect();
    let (mut words, code) = with_code(words);
    // The longest name of a province at the end: `PRINCE EDWARD ISLAND`.
    for count in (1..=4.min(words.len())).rev() {
        let last = words[words.len() - count..].join(" ");
        if let Some(short) = code_of(&last).filter(|_| words.len() > count || code.is_some()) {
            words.truncate(words.len() - count);
            words.push(short);
            break;
        }
    }
    match code {
        Some(code) if words.is_empty() => code,
        Some(code) => format!("{}  {code}", words.join(" ")),
        None => words.join(" "),
    }
}

/// Words and the Canadian postal code that they end with.
fn with_code(words: Vec<&str>) -> (Vec<&str>, Option<String>) {
    let spaced = |code: &str| format!("{} {}", &code[..3], &code[3..]);
    match &*words {
        [before @ .., first, last] if first.len() == 3 && is_code(&format!("{first}{last}")) => {
            (before.to_vec(), Some(spaced(&format!("{first}{last}"))))
        }
        [before @ .., code] if code.len() == 6 && is_code(code) => (before.to_vec(), Some(spaced(code))),
        _ => (words, None),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Block;
    use crate::domain::lang::Lang;
    use crate::domain::official::{Details, Part};

    fn official(parts: &[(Part, &str)]) -> Details {
        let typed: BTreeMap<Part, String> =
            parts.iter().map(|(part, text)| (*part, (*text).to_owned())).collect();
        Details::parse(&typed).unwrap()
    }

    fn block(parts: &[(Part, &str)], lang: Lang) -> Block {
        Block::of(&official(parts), lang).unwrap()
    }

    const MINISTER: [(Part, &str); 8] = [
        (Part::Honorific, "The Right Hon."),
        (Part::GivenName, "Anne"),
        (Part::FamilyName, "Côté-Roy"),
        (Part::OfficeEn, "Prime Minister of Canada"),
        (Part::OfficeFr, "Première ministre du Canada"),
        (Part::Riding, "Nepean"),
        (Part::Province, "ON"),
        (Part::ParliamentAddress, "House of Commons, Ottawa, Ontario, K1A 0A6"),
    ];

    #[test]
    fn the_prime_minister_is_written_to_at_the_house_and_it_goes_free_from_canada() {
        let card = block(&MINISTER, Lang::En);
        assert_eq!(
            card.lines,
            [
                "THE RIGHT HONOURABLE ANNE CÔTÉ-ROY",
                "PRIME MINISTER OF CANADA",
                "HOUSE OF COMMONS",
                "OTTAWA ON  K1A 0A6"
            ]
        );
        assert!(card.is_free("CA", false) && !card.is_free("CA", true) && !card.is_free("US", false));
        let french = block(&MINISTER, Lang::Fr);
        assert_eq!(french.lines[1..3], ["PREMIÈRE MINISTRE DU CANADA", "CHAMBRE DES COMMUNES"]);
    }

    #[test]
    fn an_office_elsewhere_needs_a_stamp() {
        let mut parts = MINISTER;
        parts[7].1 = "Office of the Prime Minister\n80 Wellington Street\nOttawa, Ontario K1A 0A2";
        let card = block(&parts, Lang::En);
        assert_eq!(
            card.lines[2..],
            ["OFFICE OF THE PRIME MINISTER", "80 WELLINGTON STREET", "OTTAWA ON  K1A 0A2"]
        );
        assert!(!card.is_free("CA", false));
        parts[7].1 = "80 Wellington St., Ottawa, Ontario, k1a0a2";
        assert_eq!(block(&parts, Lang::En).lines[2..], ["80 WELLINGTON ST", "OTTAWA ON  K1A 0A2"]);
    }

    #[test]
    fn a_member_without_an_address_is_at_the_house_and_nobody_else_is() {
        let member = [
            (Part::FamilyName, "Roy"),
            (Part::OfficeEn, "Member of Parliament"),
            (Part::BodyEn, "House of Commons"),
            (Part::Province, "Quebec"),
        ];
        let card = block(&member, Lang::En);
        assert_eq!(card.lines, ["ROY", "MEMBER OF PARLIAMENT", "HOUSE OF COMMONS", "OTTAWA ON  K1A 0A6"]);
        let british =
            [(Part::FamilyName, "Roy"), (Part::BodyEn, "House of Commons"), (Part::Riding, "Leeds")];
        assert_eq!(Block::of(&official(&british), Lang::En), None);
        let senator = [
            (Part::FamilyName, "Roy"),
            (Part::BodyEn, "Senate of Canada"),
            (Part::Province, "ON"),
            (Part::ParliamentAddress, "The Senate of Canada, Ottawa, Ontario, Canada, K1A 0A4"),
        ];
        assert!(!block(&senator, Lang::En).at_the_house);
    }

    #[test]
    fn addresses_of_other_places_stay_as_they_are() {
        let parts =
            [(Part::FamilyName, "Smith"), (Part::ParliamentAddress, "House of Commons\nLondon\nSW1A 0AA")];
        assert_eq!(block(&parts, Lang::En).lines, ["SMITH", "HOUSE OF COMMONS", "LONDON", "SW1A 0AA"]);
        let parts = [
            (Part::FamilyName, "Roy"),
            (Part::ConstituencyAddress, "1 Main St.\nCharlottetown, Prince Edward Island  C1A 1A1"),
        ];
        assert_eq!(block(&parts, Lang::En).lines[1..], ["1 MAIN ST", "CHARLOTTETOWN PE  C1A 1A1"]);
    }
}
