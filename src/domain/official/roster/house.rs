use quick_xml::Reader;
use quick_xml::events::Event;

use super::{Form, MOST, Part, Record, Roster, Unreadable};

/// The elements of a member in the House of Commons' own list, as `ourcommons.ca/Members/en/search/XML` gives it.
fn part_of(element: &[u8]) -> Option<Part> {
    Some(match element {
        b"PersonId" => Part::ExternalId,
        b"PersonShortHonorific" => Part::Honorific,
        b"PersonOfficialFirstName" => Part::GivenName,
        b"PersonOfficialLastName" => Part::FamilyName,
        b"ConstituencyName" => Part::Riding,
        b"ConstituencyProvinceTerritoryName" => Part::Province,
        b"CaucusShortName" => Part::Party,
        b"FromDateTime" => Part::From,
        b"ToDateTime" => Part::Until,
        _ => return None,
    })
}

const MEMBER: &[u8] = b"MemberOfParliament";

/// Where in the list the reader is.
#[derive(Default)]
struct At {
    record: Option<Record>,
    part: Option<Part>,
}

impl At {
    fn put(&mut self, text: &str) {
        if let (Some(record), Some(part)) = (&mut self.record, self.part) {
            record.parts.entry(part).or_default().push_str(text);
        }
    }

    fn enter(&mut self, element: &[u8], line: usize) {
        if element == MEMBER {
            self.record = Some(Record { place: line, ..Record::default() });
        }
        self.part = part_of(element);
        self.put("");
    }
}

pub fn read(text: &str) -> Result<Roster, Unreadable> {
    let mut reader = Reader::from_str(text);
    let mut lines = Lines { text, seen: 0, line: 1 };
    let mut at = At::default();
    let mut roster = Roster { form: Form::HouseXml, ..Roster::default() };
    let mut depth = 0_usize;
    loop {
        let line = lines.at(reader.buffer_position());
        let misshapen = || Unreadable::Misshapen(line);
        match reader.read_event().map_err(|_| misshapen())? {
            Event::Start(tag) => {
                depth += 1;
                at.enter(tag.local_name().as_ref(), line);
            }
            Event::Empty(tag) => {
                at.enter(tag.local_name().as_ref(), line);
                at.part = None;
            }
            Event::Text(words) => at.put(&words.decode().map_err(|_| misshapen())?),
            Event::CData(words) => at.put(&words.decode().map_err(|_| misshapen())?),
            Event::GeneralRef(reference) => at.put(character(&reference).ok_or_else(misshapen)?.as_str()),
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                at.part = None;
                if tag.local_name().as_ref() == MEMBER {
                    roster.records.extend(at.record.take());
                }
            }
            Event::Eof if depth == 0 && at.record.is_none() => break,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            // Cut off; or with declarations, which are not ours to expand.
            Event::Eof | Event::DocType(_) => return Err(misshapen()),
        }
        if roster.records.len() > MOST {
            return Err(Unreadable::TooMany);
        }
    }
    if roster.records.is_empty() { Err(Unreadable::Misshapen(1)) } else { Ok(roster) }
}

/// What a reference such as `&amp;` or `&#233;` stands for.
fn character(reference: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    if let Some(c) = reference.resolve_char_ref().ok()? {
        return Some(c.to_string());
    }
    let name = reference.decode().ok()?;
    quick_xml::escape::resolve_predefined_entity(&name).map(str::to_owned)
}

/// Which line of the text a byte is in, asked in rising order.
struct Lines<'a> {
    text: &'a str,
    seen: usize,
    line: usize,
}

impl Lines<'_> {
    fn at(&mut self, position: u64) -> usize {
        let position = usize::try_from(position).unwrap_or(usize::MAX).min(self.text.len());
        let passed = self.text.as_bytes().get(self.seen..position).unwrap_or_default();
        self.line += passed.split(|byte| *byte == b'\n').count() - 1;
        self.seen = position;
        self.line
    }
}
