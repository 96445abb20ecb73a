//! Rows of signature sheets as a table that somebody typed elsewhere: a column for each field, the number of the sheet first.

use csv::{Position, ReaderBuilder, StringRecord};

use super::row::{NewRow, Signatory, Typed};
use crate::domain::official::folded;
use crate::domain::official::roster::Unreadable as NoText;
use crate::domain::official::roster::encoding::{delimiter, text};
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::Rulebook;
use crate::domain::sheet::as_written;

/// How many rows one table may have.
pub const MOST: usize = 5000;

/// The highest number of a sheet.
pub const MOST_SHEETS: i32 = 100_000;

/// How people head the columns, without case, spaces and diacritics.
const HEADINGS: [(&str, Column); 17] = [
    ("sheet", Column::Sheet),
    ("sheetnumber", Column::Sheet),
    ("feuille", Column::Sheet),
    ("numerodelafeuille", Column::Sheet),
    ("name", Column::Name),
    ("fullname", Column::Name),
    ("nom", Column::Name),
    ("nomcomplet", Column::Name),
    ("postalcode", Column::PostalCode),
    ("postcode", Column::PostalCode),
    ("codepostal", Column::PostalCode),
    ("city", Column::City),
    ("ville", Column::City),
    ("country", Column::Country),
    ("pays", Column::Country),
    ("doubtful", Column::Doubtful),
    ("douteuse", Column::Doubtful),
];

/// What is taken for a tick.
const TICKS: [&str; 8] = ["yes", "y", "x", "1", "true", "oui", "o", "vrai"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Sheet,
    Name,
    PostalCode,
    City,
    Country,
    Doubtful,
}

/// Why a file is no table of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    NotText,
    /// A spreadsheet program's own file.
    Spreadsheet,
    TooMany,
    /// A column is missing: the sheet's number or the name.
    NoColumn(&'static str),
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// So many cells, where the heading has so many.
    Uneven(usize, usize),
    /// No number of a sheet.
    Sheet,
    Refused(Refusal),
}

/// A line of the file that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub line: u64,
    pub flaw: Flaw,
}

/// A line that was: the row, and the sheet that it stands on.
#[derive(Clone, Debug)]
pub struct Line {
    pub line: u64,
    pub sheet: i32,
    pub row: NewRow,
}

/// Reads a table whole: every line, or what is wrong with each that cannot be one. `country` is where people live who do not say.
pub fn read(
    bytes: &[u8],
    country: &str,
    rules: &Rulebook,
) -> Result<Result<Vec<Line>, Vec<Fault>>, Unreadable> {
    let text = text(bytes).map_err(|unreadable| match unreadable {
        NoText::Spreadsheet => Unreadable::Spreadsheet,
        _ => Unreadable::NotText,
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).from_reader(text.as_bytes());
    let columns = columns(reader.headers().map_err(|_| Unreadable::NotText)?)?;
    let (mut lines, mut faults) = (Vec::new(), Vec::new());
    let (mut cells, mut above) = (StringRecord::new(), None);
    while reader.read_record(&mut cells).map_err(|_| Unreadable::NotText)? {
        let line = cells.position().map_or(0, Position::line);
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match read_line(&columns, &cells, (country, above.as_ref()), rules) {
            Ok((sheet, row)) => {
                above = Some(row.signatory.clone());
                lines.push(Line { line, sheet, row });
            }
            Err(flaws) => faults.extend(flaws.into_iter().map(|flaw| Fault { line, flaw })),
        }
        if lines.len() + faults.len() > MOST {
            return Err(Unreadable::TooMany);
        }
    }
    match (lines.is_empty(), faults.is_empty()) {
        (true, true) => Err(Unreadable::Empty),
        (_, true) => Ok(Ok(lines)),
        (_, false) => Ok(Err(faults)),
    }
}

fn columns(headings: &StringRecord) -> Result<Vec<Option<Column>>, Unreadable> {
    let mut columns: Vec<Option<Column>> = Vec::new();
    for heading in headings {
        let heading = folded(heading);
        let column = HEADINGS.iter().find(|(known, _)| *known == heading).map(|(_, column)| *column);
        columns.push(column.filter(|column| !columns.contains(&Some(*column))));
    }
    if headings.iter().all(|heading| heading.trim().is_empty()) {
        return Err(Unreadable::Empty);
    }
    for (column, name) in [(Column::Sheet, "sheet"), (Column::Name, "name")] {
        if !columns.contains(&Some(column)) {
            return Err(Unreadable::NoColumn(name));
        }
    }
    Ok(columns)
}

fn read_line(
    columns: &[Option<Column>],
    cells: &StringRecord,
    (country, above): (&str, Option<&Signatory>),
    rules: &Rulebook,
) -> Result<(i32, NewRow), Vec<Flaw>> {
    if cells.len() != columns.len() {
        return Err(vec![Flaw::Uneven(cells.len(), columns.len())]);
    }
    let (mut typed, mut sheet) = (Typed { country: country.to_owned(), ..Typed::default() }, None);
    for (column, cell) in columns.iter().zip(cells) {
        let cell = as_written(cell).trim().to_owned();
        match column {
            Some(Column::Sheet) => sheet = parse_number(&cell),
            Some(Column::Name) => typed.name = cell,
            Some(Column::PostalCode) => typed.postal_code = cell,
            Some(Column::City) => typed.city = cell,
            Some(Column::Country) if !cell.is_empty() => typed.country = cell,
            Some(Column::Doubtful) => typed.is_doubted = TICKS.contains(&&*cell.to_lowercase()),
            Some(Column::Country) | None => {}
        }
    }
    let row = typed.below(above).parse(rules);
    match (sheet, row) {
        (Some(sheet), Ok(row)) => Ok((sheet, row)),
        (sheet, row) => {
            let mut flaws: Vec<Flaw> = sheet.is_none().then_some(Flaw::Sheet).into_iter().collect();
            flaws.extend(row.err().into_iter().flatten().map(Flaw::Refused));
            Err(flaws)
        }
    }
}

/// The number of a sheet, as it is written on the paper.
pub fn parse_number(typed: &str) -> Option<i32> {
    typed.trim().parse().ok().filter(|number| (1..=MOST_SHEETS).contains(number))
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::{Flaw, Unreadable, read};
    use crate::domain::rulebook::Rulebook;

    #[test]
    fn a_table_is_read_line_by_line() {
        let rules = Rulebook::built_in();
        let file = "Sheet;Name;Postal code;Doubtful\r\n1;Anna Roy;k1a 0a6;\r\n\r\n1;Ben Ito;\"\"\"\";x\r\n2;Élodie Côté;H2Y 1C6;\r\n";
        let lines = read(file.as_bytes(), "CA", &rules).unwrap().unwrap();
        let seen: Vec<_> = lines
            .iter()
            .map(|line| (line.sheet, &*line.row.signatory.postal_code, line.row.signatory.is_doubted))
            .collect();
        assert_eq!(seen, [(1, "K1A 0A6", false), (1, "K1A 0A6", true), (2, "H2Y 1C6", false)]);
    }

    #[test]
    fn every_line_that_is_none_is_told() {
        let rules = Rulebook::built_in();
        let file = "sheet,name\n0,Anna Roy\n1,=1+1\n1\n1,Ben Ito\n";
        let faults = read(file.as_bytes(), "CA", &rules).unwrap().unwrap_err();
        let lines: Vec<u64> = faults.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [2, 3, 4]);
        assert_eq!(faults[0].flaw, Flaw::Sheet);
        assert_eq!(faults[2].flaw, Flaw::Uneven(1, 2));
    }

    #[test]
    fn what_is_no_table_says_why() {
        let rules = Rulebook::built_in();
        let read = |file: &[u8]| read(file, "CA", &rules).unwrap_err();
        assert_eq!(read(b""), Unreadable::Empty);
        assert_eq!(read(b"sheet,name\n"), Unreadable::Empty);
        assert_eq!(read(b"name,city\nAnna,Ottawa\n"), Unreadable::NoColumn("sheet"));
        assert_eq!(read(b"PK\x03\x04rest"), Unreadable::Spreadsheet);
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0"), Unreadable::NotText);
        let long = format!("sheet,name\n{}", "1,Anna Roy\n".repeat(5001));
        assert_eq!(read(long.as_bytes()), Unreadable::TooMany);
    }

    static RULES: LazyLock<Rulebook> = LazyLock::new(Rulebook::built_in);

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let _ = read(&bytes, "CA", &RULES);
        }
    }
}
