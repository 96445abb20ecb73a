use super::{Form, MOST, Part, Uneven, Unreadable, read};

const HOUSE: &str = include_str!("../../../../tests/it/fixtures/officials/house.csv");
const XML: &str = include_str!("../../../../tests/it/fixtures/officials/house.xml");
const REPRESENT: &str = include_str!("../../../../tests/it/fixtures/officials/represent.json");

fn names(bytes: &[u8]) -> Vec<String> {
    let roster = read(bytes).unwrap();
    roster.records.iter().map(|record| record.parts[&Part::GivenName].clone()).collect()
}

#[test]
fn a_list_is_read_in_every_encoding_in_which_it_may_have_been_saved() {
    let expected = ["Amélie", "Bela", "Carol"];
    assert_eq!(names(HOUSE.as_bytes()), expected);
    assert_eq!(names(format!("\u{feff}{HOUSE}").as_bytes()), expected);
    let utf_16 =
        |text: &str, unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    for text in [HOUSE.to_owned(), format!("\u{feff}{HOUSE}")] {
        assert_eq!(names(&utf_16(&text, u16::to_le_bytes)), expected);
        assert_eq!(names(&utf_16(&text, u16::to_be_bytes)), expected);
    }
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(HOUSE);
    assert!(std::str::from_utf8(&latin).is_err());
    assert_eq!(names(&latin), expected);
    let semicolons = HOUSE.replace("\"O'Fiction, Jr.\"", "O'Fiction").replace(',', ";");
    assert_eq!(names(semicolons.replace('\n', "\r\n").as_bytes()), expected);
}

#[test]
fn the_three_forms_say_the_same_of_the_same_person() {
    let table = read(HOUSE.as_bytes()).unwrap();
    let xml = read(XML.as_bytes()).unwrap();
    let represent = read(REPRESENT.as_bytes()).unwrap();
    assert_eq!([table.form, xml.form, represent.form], [Form::HouseTable, Form::HouseXml, Form::Represent]);
    for part in [Part::GivenName, Part::FamilyName, Part::Riding, Part::Party] {
        let first = |roster: &super::Roster| roster.records[0].parts[&part].clone();
        assert_eq!(first(&table), first(&xml));
        assert_eq!(first(&table), first(&represent));
    }
    assert_eq!(table.records[2].parts[&Part::FamilyName], "O'Fiction, Jr.");
    assert_eq!(xml.records[1].parts[&Part::Riding], "North Nowhere—South Nowhere");
    assert_eq!(xml.records[1].parts[&Part::Party], "Green & Free");
    assert_eq!((table.records[2].place, xml.records[1].place), (4, 13));
    let mayor = &represent.records[1].parts;
    assert_eq!((&*mayor[&Part::GivenName], &*mayor[&Part::FamilyName]), ("Dora de la", "Invention"));
}

#[test]
fn headings_are_known_in_french_and_what_says_nothing_is_named() {
    let text = "Prénom,Nom,Circonscription,Lucky Number,Courriel\nZoé,Rêvée,Ailleurs,7,zoe@example.org\n";
    let roster = read(text.as_bytes()).unwrap();
    assert_eq!(roster.form, Form::Table);
    assert_eq!(roster.ignored, ["Lucky Number"]);
    assert_eq!(roster.records[0].parts[&Part::Email], "zoe@example.org");
}

#[test]
fn half_written_lines_are_told_apart_from_whole_ones() {
    let text = "first name,last name,riding\nA,B,C\nD,E\n\n,,\nF,G,H,I\nJ,K,L\n";
    let roster = read(text.as_bytes()).unwrap();
    let places: Vec<_> = roster.records.iter().map(|record| record.place).collect();
    assert_eq!(places, [2, 7]);
    let uneven = |place, cells| Uneven { place, cells, columns: 3 };
    assert_eq!(roster.uneven, [uneven(3, 2), uneven(6, 4)]);
    // A quote that is never closed swallows the rest, which is one line with too few cells.
    let cut = "first name,last name,riding\nA,B,C\nD,\"E,F\nG,H,I\n";
    assert_eq!(read(cut.as_bytes()).unwrap().uneven, [uneven(3, 2)]);
}

#[test]
fn a_formula_is_text() {
    let text = "last name,party\n\"=HYPERLINK(\"\"https://evil.test\"\")\",+1\n";
    let roster = read(text.as_bytes()).unwrap();
    assert_eq!(roster.records[0].parts[&Part::FamilyName], "=HYPERLINK(\"https://evil.test\")");
    assert_eq!(roster.records[0].parts[&Part::Party], "+1");
}

#[test]
fn what_is_no_list_is_told_apart() {
    let refused = |bytes: &[u8]| read(bytes).unwrap_err();
    assert_eq!(refused(b""), Unreadable::Empty);
    assert_eq!(refused(b"\xef\xbb\xbf \n"), Unreadable::Empty);
    assert_eq!(refused(b"last name,party\n"), Unreadable::Empty);
    assert_eq!(refused(b"{\"objects\": []}"), Unreadable::Empty);
    assert_eq!(refused(b"PK\x03\x04and so on"), Unreadable::Spreadsheet);
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Unreadable::NotText);
    assert_eq!(refused(b"colour,size\nred,7\n"), Unreadable::NoNames(vec!["colour".into(), "size".into()]));
    assert_eq!(refused(b"{\"objects\": [\n{\"name\": \"A"), Unreadable::Misshapen(2));
    assert_eq!(refused(b"{\"people\": []}"), Unreadable::Misshapen(1));
    assert_eq!(refused(b"<html><body>No list</body></html>"), Unreadable::Misshapen(1));
    let cut = &XML[..XML.len() - 60];
    assert!(matches!(refused(cut.as_bytes()), Unreadable::Misshapen(20..)));
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>";
    assert_eq!(refused(bomb.as_bytes()), Unreadable::Misshapen(1));
    let many = format!("last name\n{}", "Invented\n".repeat(MOST + 1));
    assert_eq!(refused(many.as_bytes()), Unreadable::TooMany);
}
