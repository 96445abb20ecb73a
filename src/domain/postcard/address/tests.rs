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
        ("La très honorable", "Prime Minister", "THE RIGHT HONOURABLE JO ROY", "LA TRÈS HONORABLE JO ROY"),
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
    assert_eq!(french.lines, ["PREMIER MINISTRE DU CANADA", "CHAMBRE DES COMMUNES", "OTTAWA ON  K1A 0A6"]);
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
    let british = [(Part::FamilyName, "Roy"), (Part::BodyEn, "House of Commons"), (Part::Riding, "Leeds")];
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
