//! Where a card goes, as Canada Post reads it: capital letters, no punctuation, two spaces before the postal code, the last line the
//! place (Addressing Guidelines).

mod place;

use unicode_normalization::UnicodeNormalization;

use crate::domain::lang::Lang;
use crate::domain::official::{Details, Part, code_of, folded};

use self::place::postal_lines;

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

#[cfg(test)]
mod tests;
