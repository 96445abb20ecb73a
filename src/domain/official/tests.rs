use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Details, Fault, Flaw, Official, Part, folded};
use crate::domain::disclosure::Disclosure;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;

fn typed(parts: &[(Part, &str)]) -> BTreeMap<Part, String> {
    parts.iter().map(|(part, text)| (*part, (*text).to_owned())).collect()
}

#[test]
fn what_is_typed_is_put_into_one_form() {
    let details = Details::parse(&typed(&[
        (Part::GivenName, "  Zoé  Anne "),
        (Part::FamilyName, "=Lalonde"),
        (Part::Province, "Québec"),
        (Part::Language, "Français"),
        (Part::From, "2021-09-20T00:00:00"),
        (Part::Until, "2025-03-23 12:00:00 AM"),
        (Part::ParliamentAddress, " House of Commons \r\n\r\n Ottawa ON  K1A 0A6"),
        (Part::Party, "   "),
    ]))
    .unwrap();
    assert_eq!(details.name(), "Zoé Anne =Lalonde");
    assert_eq!(details.get(Part::Province), "QC");
    assert_eq!(details.get(Part::Language), "fr");
    assert_eq!(details.get(Part::ParliamentAddress), "House of Commons\nOttawa ON K1A 0A6");
    assert_eq!(details.get(Part::Party), "");
    assert!(details.is_in_office("2025-03-23") && !details.is_in_office("2025-03-24"));
}

#[test]
fn everything_that_is_wrong_is_named_at_once() {
    let faults = Details::parse(&typed(&[
        (Part::GivenName, "Anna\u{202e}"),
        (Part::Email, "nobody"),
        (Part::Language, "tlh"),
        (Part::From, "2021-02-30"),
        (Part::Until, "2021"),
        (Part::Riding, &"x".repeat(201)),
    ]))
    .unwrap_err();
    let expected = [
        (Part::GivenName, Flaw::ControlCharacters),
        (Part::FamilyName, Flaw::Missing),
        (Part::Riding, Flaw::TooLong(200)),
        (Part::Email, Flaw::NotAnEmail),
        (Part::Language, Flaw::NotALanguage),
        (Part::From, Flaw::NotADay),
        (Part::Until, Flaw::NotADay),
    ];
    assert_eq!(faults, expected.map(|(part, flaw)| Fault { part, flaw }));
    let backwards = [(Part::FamilyName, "Roy"), (Part::From, "2021-09-20"), (Part::Until, "2021-09-19")];
    let faults = Details::parse(&typed(&backwards)).unwrap_err();
    assert_eq!(faults, [Fault { part: Part::Until, flaw: Flaw::Backwards }]);
}

#[test]
fn an_addressee_is_made_in_both_languages_and_remembers_who_it_is() {
    let details = Details::parse(&typed(&[
        (Part::Honorific, "Hon."),
        (Part::GivenName, "Zoé"),
        (Part::FamilyName, "Côté-Roy"),
        (Part::OfficeEn, "Member of Parliament"),
        (Part::BodyEn, "House of Commons"),
        (Part::BodyFr, "Chambre des communes"),
    ]))
    .unwrap();
    let id = Uuid::from_u128(7);
    let (organisation, revision) = (1, 1);
    let official = Official {
        id,
        organisation,
        revision,
        details,
        merged_into: None,
        merged_over: None,
        updated_at: Moment(0),
    };
    let addressee = official.addressee(Disclosure::Numbers);
    assert_eq!(addressee.key, "coteroy-000000000007");
    assert_eq!(addressee.name, "Hon. Zoé Côté-Roy");
    assert_eq!(addressee.office.get(Lang::En), "Member of Parliament, House of Commons");
    assert_eq!(addressee.office.get(Lang::Fr), "Member of Parliament, Chambre des communes");
    assert_eq!(addressee.official, Some(id));
    assert_eq!(folded("Parry Sound—Muskoka"), folded("PARRY SOUND-MUSKOKA"));
}
