//! The roll of a delivery as a workbook, with the figures beside it. `docs/manifest.md` says what each column holds.

use std::io::{self, Write};

use super::csv::{COLUMNS, named, status};
use super::workbook::{Cell, Workbook};
use crate::domain::delivery::manifest::Counts;
use crate::domain::delivery::roll::Line;

/// So many lines stand on one sheet: somewhat fewer than the programs take.
pub const SHEET: u32 = 1_000_000;

/// How wide each column is, in letters.
const WIDTHS: [u16; 13] = [10, 13, 32, 32, 24, 9, 30, 9, 9, 12, 40, 12, 10];

/// A roll that is written line by line.
pub struct Roll<W: Write> {
    book: Workbook<W>,
    /// So many lines stand on one sheet.
    most: u32,
    sheets: u32,
    on_sheet: u32,
}

impl<W: Write> Roll<W> {
    pub fn begin(out: W) -> io::Result<Self> {
        Self::with_sheets_of(SHEET, out)
    }

    fn with_sheets_of(most: u32, out: W) -> io::Result<Self> {
        let mut roll = Self { book: Workbook::begin(out), most, sheets: 0, on_sheet: 0 };
        roll.turn()?;
        Ok(roll)
    }

    /// Begins the next sheet.
    fn turn(&mut self) -> io::Result<()> {
        self.sheets += 1;
        self.on_sheet = 0;
        let mut columns = [("", 0); 13];
        for (column, (name, width)) in columns.iter_mut().zip(COLUMNS.into_iter().zip(WIDTHS)) {
            *column = (name, width);
        }
        self.book.sheet(&format!("Roll {}", self.sheets), &columns)
    }

    /// Writes a line; `riding` is what its riding is called.
    pub fn line(&mut self, line: &Line, riding: &str) -> io::Result<()> {
        if self.on_sheet == self.most {
            self.turn()?;
        }
        self.on_sheet += 1;
        let [name, detail, city, postal_code, comment] = named(&line.shown);
        let (place, version) = (&line.place, i64::from(line.text_version));
        let version = if version == 0 { Cell::Text("") } else { Cell::Number(version) };
        self.book.row(&[
            Cell::Number(line.number),
            Cell::Text(line.kind.as_str()),
            Cell::Text(name),
            Cell::Text(detail),
            Cell::Text(city),
            Cell::Text(&place.riding),
            Cell::Text(riding),
            Cell::Text(&place.region),
            Cell::Text(&place.country),
            Cell::Text(postal_code),
            Cell::Text(comment),
            version,
            Cell::Text(status(&line.shown)),
        ])
    }

    /// Ends it with the sheet of the figures.
    pub fn finish(mut self, counts: &Counts) -> io::Result<()> {
        self.book.sheet("Figures", &[("dimension", 16), ("part", 24), ("signatures", 12)])?;
        for (name, many) in
            [("online", counts.online), ("paper", counts.paper), ("postcards", counts.postcards)]
        {
            self.book.row(&[Cell::Text("kind"), Cell::Text(name), Cell::Number(many)])?;
        }
        for (dimension, parts) in &counts.parts {
            for (part, many) in parts {
                self.book.row(&[Cell::Text(dimension), Cell::Text(part), Cell::Number(*many)])?;
            }
        }
        self.book.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use proptest::prelude::*;

    use super::{Counts, Line, Roll, SHEET};
    use crate::domain::delivery::roll::{Kind, Named, Place, Shown};

    fn read(lines: &[Line]) -> Xlsx<Cursor<Vec<u8>>> {
        read_with_sheets_of(SHEET, lines)
    }

    fn read_with_sheets_of(most: u32, lines: &[Line]) -> Xlsx<Cursor<Vec<u8>>> {
        let mut bytes = Vec::new();
        let mut roll = Roll::with_sheets_of(most, &mut bytes).unwrap();
        for line in lines {
            roll.line(line, "Ottawa Centre").unwrap();
        }
        let parts = [("region".to_owned(), [("CA-ON".to_owned(), 2)].into())].into();
        roll.finish(&Counts { online: 2, parts, ..Counts::default() }).unwrap();
        Xlsx::new(Cursor::new(bytes)).unwrap()
    }

    fn line(number: i64, name: &str) -> Line {
        let place = Place { country: "CA".into(), region: "CA-ON".into(), riding: "35075".into() };
        let named = Named {
            name: name.to_owned(),
            detail: String::new(),
            city: "Ottawa".into(),
            postal_code: "007".into(),
            comment: String::new(),
        };
        Line { number, kind: Kind::Person, place: place.into(), text_version: 2, shown: Shown::Named(named) }
    }

    #[test]
    fn columns_have_their_types_and_figures_their_sheet() {
        let mut book = read(&[line(1, "=1+1"), line(2, "ھۈسەيىن & <Co> _x0041_")]);
        assert_eq!(book.sheet_names(), ["Roll 1", "Figures"]);
        let roll = book.worksheet_range("Roll 1").unwrap();
        assert_eq!(roll.get_value((0, 2)), Some(&Data::String("name".into())));
        assert_eq!(roll.get_value((1, 0)), Some(&Data::Float(1.0)));
        assert_eq!(roll.get_value((1, 2)), Some(&Data::String("=1+1".into())));
        assert_eq!(roll.get_value((1, 9)), Some(&Data::String("007".into())), "a code is no number");
        let told = roll.get_value((2, 2)).unwrap().to_string();
        assert!(told.starts_with("ھۈسەيىن & <Co> _x"), "{told}");
        assert!(book.worksheet_formula("Roll 1").unwrap().is_empty(), "nothing is a formula");
        let figures = book.worksheet_range("Figures").unwrap();
        assert_eq!(figures.get_value((4, 2)), Some(&Data::Float(2.0)));
    }

    #[test]
    fn what_is_too_much_for_a_sheet_goes_on_on_the_next_and_nobody_is_lost() {
        // The programs take 1,048,576 rows, the names of the columns among them.
        const { assert!(SHEET < 1_048_576) };
        let lines: Vec<Line> = (1..=7).map(|number| line(number, &format!("Signer {number}"))).collect();
        let mut book = read_with_sheets_of(3, &lines);
        assert_eq!(book.sheet_names(), ["Roll 1", "Roll 2", "Roll 3", "Figures"]);
        let mut numbers = Vec::new();
        for (name, rows) in [("Roll 1", 4), ("Roll 2", 4), ("Roll 3", 2)] {
            let sheet = book.worksheet_range(name).unwrap();
            assert_eq!(sheet.height(), rows, "{name}");
            assert_eq!(
                sheet.get_value((0, 0)),
                Some(&Data::String("number".into())),
                "each names its columns"
            );
            numbers.extend(sheet.rows().skip(1).map(|row| row[0].to_string()));
        }
        assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "7"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_name_comes_back(name in "[^\\x00-\\x1f_]{1,80}") {
            let mut book = read(&[line(1, &name)]);
            let roll = book.worksheet_range("Roll 1").unwrap();
            let told = roll.get_value((1, 2)).map(ToString::to_string).unwrap_or_default();
            let kept: String = name.chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
            prop_assert_eq!(told, kept);
        }
    }
}
