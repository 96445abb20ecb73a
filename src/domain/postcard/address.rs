//! Where a card goes, as Canada Post reads it: capital letters, no punctuation, two spaces before the postal code, the last line the
//! place (Addressing Guidelines).

use unicode_normalization::UnicodeNormalization;

use crate::domain::lang::Lang;
use crate::domain::official::{Details, Part, code_of, folded};
use crate::domain::riding::Place;

/// The address that every member of the House of Commons has there.
const HOUSE_CODE: &str = "K1A 0A6";

const PRIME_MINISTER: &str = "PRIME MINISTER OF CANADA";
const MEMBER_EN: &str = "MEMBER OF PARLIAMENT";
const MEMBER_FR: &str = "MEMBRE DU PARLEMENT";

/// As directories write it, folded.
const RIGHT_HONOURABLE: [&str; 11] = [
    "rthon",
    "therthon",
    "righthon",
    "therighthon",
    "righthonourable",
    "therighthonourable",
    "treshon",
    "letreshon",
    "latreshon",
    "letreshonorable",
    "latreshonorable",
];
const HONOURABLE: [&str; 7] =
    ["hon", "thehon", "honourable", "thehonourable", "lhon", "honorable", "lhonorable"];
/// So many lines of so many letters an address has at the most: what is longer is none that the post reads.
const MOST_ROWS: usize = 10;
const ROW: usize = 40;

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
        let mut lines = vec![full_name(details, lang), office(details, lang, at_the_house)];
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
        let rows: usize = lines.iter().map(|line| line.chars().count().div_ceil(ROW)).sum();
        (rows <= MOST_ROWS).then_some(Self { lines, at_the_house })
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

/// Name and form of address, which the directory may have short or in the other language; nothing where the name is the office.
fn full_name(details: &Details, lang: Lang) -> String {
    if details.is_office() {
        return String::new();
    }
    let honorific = details.get(Part::Honorific);
    let typed = folded(honorific);
    let written = match lang {
        _ if RIGHT_HONOURABLE.contains(&&*typed) => match lang {
            Lang::En => "THE RIGHT HONOURABLE",
            Lang::Fr if is_woman(details) => "LA TRÈS HONORABLE",
            Lang::Fr => "LE TRÈS HONORABLE",
        },
        _ if HONOURABLE.contains(&&*typed) => match lang {
            Lang::En => "THE HONOURABLE",
            Lang::Fr => "L’HONORABLE",
        },
        Lang::En => match &*typed {
            "m" | "monsieur" => "MR",
            "mme" | "madame" => "MS",
            _ => honorific,
        },
        Lang::Fr => match &*typed {
            "mr" | "monsieur" => "M",
            "ms" | "mrs" | "madame" => "MME",
            _ => honorific,
        },
    };
    tidy(&[written, &details.name()].join(" "))
}

/// Whether the directory tells that an official is a woman: French forms of address and offices do.
fn is_woman(details: &Details) -> bool {
    const OFFICES: [&str; 7] =
        ["premiere", "vicepremiere", "deputee", "presidente", "senatrice", "gouverneure", "cheffe"];
    let office = folded(details.get(Part::OfficeFr));
    folded(details.get(Part::Honorific)).starts_with("latres")
        || OFFICES.iter().any(|one| office.starts_with(one))
}

/// What they are; a member without another office is that.
fn office(details: &Details, lang: Lang, at_the_house: bool) -> String {
    let (own, other) = match lang {
        Lang::En => (Part::OfficeEn, Part::OfficeFr),
        Lang::Fr => (Part::OfficeFr, Part::OfficeEn),
    };
    if !details.get(own).is_empty() {
        return tidy(details.get(own));
    }
    // What the directory has only in the other language, and everybody knows in both.
    let known = match (&*folded(details.get(other)), lang) {
        ("primeminister" | "primeministerofcanada", Lang::Fr) => "PREMIER MINISTRE DU CANADA",
        (
            "premierministre" | "premierministreducanada" | "premiereministre" | "premiereministreducanada",
            Lang::En,
        ) => PRIME_MINISTER,
        ("memberofparliament" | "mp", Lang::Fr) => MEMBER_FR,
        ("depute" | "deputee", Lang::En) => MEMBER_EN,
        ("", Lang::En) if at_the_house => MEMBER_EN,
        ("", Lang::Fr) if at_the_house => MEMBER_FR,
        _ => details.get(other),
    };
    tidy(known)
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
        assert_eq!(
            french.lines,
            [
                "LA TRÈS HONORABLE ANNE CÔTÉ-ROY",
                "PREMIÈRE MINISTRE DU CANADA",
                "CHAMBRE DES COMMUNES",
                "OTTAWA ON  K1A 0A6"
            ]
        );
    }

    #[test]
    fn a_card_speaks_the_language_of_who_wrote_it_whatever_the_directory_speaks() {
        for (honorific, office, english, french) in [
            ("Right Hon.", "Prime Minister", "THE RIGHT HONOURABLE JO ROY", "LE TRÈS HONORABLE JO ROY"),
            ("Le très hon.", "Prime Minister", "THE RIGHT HONOURABLE JO ROY", "LE TRÈS HONORABLE JO ROY"),
            (
                "La très honorable",
                "Prime Minister",
                "THE RIGHT HONOURABLE JO ROY",
                "LA TRÈS HONORABLE JO ROY",
            ),
            ("Hon.", "Member of Parliament", "THE HONOURABLE JO ROY", "L’HONORABLE JO ROY"),
            ("L’hon.", "Member of Parliament", "THE HONOURABLE JO ROY", "L’HONORABLE JO ROY"),
            ("Mr.", "", "MR JO ROY", "M JO ROY"),
            ("Mme", "", "MS JO ROY", "MME JO ROY"),
            ("Dr.", "", "DR JO ROY", "DR JO ROY"),
        ] {
            let parts = [
                (Part::Honorific, honorific),
                (Part::GivenName, "Jo"),
                (Part::FamilyName, "Roy"),
                (Part::OfficeEn, office),
                (Part::BodyEn, "House of Commons"),
                (Part::Province, "ON"),
            ];
            let member = office != "Prime Minister";
            let (en, fr) = (block(&parts, Lang::En).lines, block(&parts, Lang::Fr).lines);
            assert_eq!((&*en[0], &*fr[0]), (english, french));
            let office = if member { "MEMBRE DU PARLEMENT" } else { "PREMIER MINISTRE DU CANADA" };
            assert_eq!(fr[1..], [office, "CHAMBRE DES COMMUNES", "OTTAWA ON  K1A 0A6"]);
        }
    }

    #[test]
    fn where_nobody_is_named_the_office_is_written_to() {
        let parts = [
            (Part::FamilyName, "Prime Minister of Canada"),
            (Part::OfficeEn, "Prime Minister of Canada"),
            (Part::OfficeFr, "Premier ministre du Canada"),
            (Part::ParliamentAddress, "House of Commons, Ottawa, Ontario, K1A 0A6"),
            (Part::BodyEn, "House of Commons"),
        ];
        let french = block(&parts, Lang::Fr);
        assert_eq!(
            french.lines,
            ["PREMIER MINISTRE DU CANADA", "CHAMBRE DES COMMUNES", "OTTAWA ON  K1A 0A6"]
        );
        assert!(french.at_the_house);
        let details = official(&parts);
        assert_eq!(details.named(Lang::Fr), "Premier ministre du Canada");
        assert_eq!(official(&MINISTER).named(Lang::Fr), "The Right Hon. Anne Côté-Roy");
    }

    #[test]
    fn an_address_that_no_card_holds_is_none() {
        let lines = (1..=20).map(|line| format!("Line {line}")).collect::<Vec<_>>().join("\n");
        let parts = [(Part::FamilyName, "Roy"), (Part::ConstituencyAddress, &*lines)];
        assert_eq!(Block::of(&official(&parts), Lang::En), None);
        let long = ["Street"; 70].join(" ");
        let parts = [(Part::FamilyName, "Roy"), (Part::ConstituencyAddress, &*long)];
        assert_eq!(Block::of(&official(&parts), Lang::En), None);
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
