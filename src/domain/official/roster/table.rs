use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use super::super::folded;
use super::encoding::delimiter;
use super::{Form, MOST, Part, Record, Roster, Uneven, Unreadable};
use crate::domain::sheet::as_written;

/// How lists head their columns, without case, spaces and diacritics: the House of Commons in both languages, Represent, and
/// what people write by themselves. The names of the parts are known too.
const HEADINGS: [(&str, Part); 34] = [
    ("honorifictitle", Part::Honorific),
    ("titrehonorifique", Part::Honorific),
    ("firstname", Part::GivenName),
    ("prenom", Part::GivenName),
    ("lastname", Part::FamilyName),
    ("surname", Part::FamilyName),
    ("nom", Part::FamilyName),
    ("nomdefamille", Part::FamilyName),
    ("office", Part::OfficeEn),
    ("electedoffice", Part::OfficeEn),
    ("fonction", Part::OfficeFr),
    ("body", Part::BodyEn),
    ("organisme", Part::BodyFr),
    ("constituency", Part::Riding),
    ("circonscription", Part::Riding),
    ("districtname", Part::Riding),
    ("provinceterritory", Part::Province),
    ("provinceterritoire", Part::Province),
    ("politicalaffiliation", Part::Party),
    ("affiliationpolitique", Part::Party),
    ("partyname", Part::Party),
    ("parti", Part::Party),
    ("courriel", Part::Email),
    ("emailaddress", Part::Email),
    ("telephone", Part::Phone),
    ("preferredlanguage", Part::Language),
    ("languepreferee", Part::Language),
    ("langue", Part::Language),
    ("startdate", Part::From),
    ("datededebut", Part::From),
    ("enddate", Part::Until),
    ("datedefin", Part::Until),
    ("id", Part::ExternalId),
    ("personid", Part::ExternalId),
];

fn part_of(heading: &str) -> Option<Part> {
    let heading = folded(heading);
    let named = Part::ALL.into_iter().find(|part| folded(part.name()) == heading);
    named.or_else(|| HEADINGS.iter().find(|(known, _)| *known == heading).map(|(_, part)| *part))
}

/// What each column holds, in the order of the file.
struct Columns {
    parts: Vec<Option<Part>>,
    ignored: Vec<String>,
}

impl Columns {
    fn of(headings: &StringRecord) -> Result<Self, Unreadable> {
        let mut columns = Self { parts: Vec::new(), ignored: Vec::new() };
        for heading in headings {
            let part = part_of(heading).filter(|part| !columns.parts.contains(&Some(*part)));
            if part.is_none() {
                columns.ignored.push(heading.chars().take(60).collect());
            }
            columns.parts.push(part);
        }
        if columns.parts.contains(&Some(Part::FamilyName)) {
            return Ok(columns);
        }
        Err(Unreadable::NoNames(columns.ignored.into_iter().take(20).collect()))
    }

    fn form(&self) -> Form {
        let house = [Part::Honorific, Part::Riding, Part::Party, Part::From];
        let is_house = house.iter().all(|part| self.parts.contains(&Some(*part)))
            && !self.parts.contains(&Some(Part::OfficeEn))
            && !self.parts.contains(&Some(Part::BodyEn));
        if is_house { Form::HouseTable } else { Form::Table }
    }

    fn record(&self, place: usize, row: &StringRecord) -> Record {
        let cells = self.parts.iter().zip(row);
        let parts: BTreeMap<_, _> =
            cells.filter_map(|(part, cell)| part.map(|part| (part, as_written(cell).to_owned()))).collect();
        Record { place, parts }
    }
}

pub fn read(text: &str) -> Result<Roster, Unreadable> {
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).from_reader(text.as_bytes());
    let columns = Columns::of(reader.headers().map_err(|_| Unreadable::NotText)?)?;
    let mut roster = Roster { form: columns.form(), ..Roster::default() };
    let mut row = StringRecord::new();
    while reader.read_record(&mut row).map_err(|_| Unreadable::NotText)? {
        let line = row.position().map_or(0, csv::Position::line);
        let place = usize::try_from(line).unwrap_or(usize::MAX);
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if row.len() == columns.parts.len() {
            roster.records.push(columns.record(place, &row));
        } else {
            roster.uneven.push(Uneven { place, cells: row.len(), columns: columns.parts.len() });
        }
        if roster.records.len() + roster.uneven.len() > MOST {
            return Err(Unreadable::TooMany);
        }
    }
    roster.ignored = columns.ignored;
    Ok(roster)
}
