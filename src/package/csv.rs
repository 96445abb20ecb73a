//! The roll of a delivery as a table, for whoever counts or sorts it. `docs/manifest.md` says what each column holds.

use std::fmt::{Display, Write as _};
use std::io::{self, Write};

use csv::{Terminator, Writer, WriterBuilder};

use crate::domain::delivery::roll::{Line, Named, Shown};
use crate::domain::sheet::{MARK, harmless};

/// The columns, in their order; other programs read them by name.
pub const COLUMNS: [&str; 13] = [
    "number",
    "kind",
    "name",
    "detail",
    "city",
    "riding",
    "riding_name",
    "region",
    "country",
    "postal_code",
    "comment",
    "text_version",
    "status",
];

/// How a line stands: empty for one that is named.
pub const fn status(shown: &Shown) -> &'static str {
    match shown {
        Shown::Named(_) => "",
        Shown::Withheld => "withheld",
        Shown::Left => "left",
    }
}

/// What of a line is a person's; nothing where nobody is named.
pub fn named(shown: &Shown) -> [&str; 5] {
    let Shown::Named(Named { name, detail, city, postal_code, comment }) = shown else { return [""; 5] };
    [name, detail, city, postal_code, comment]
}

/// A roll that is written line by line, in UTF-8 with a byte order mark, as RFC 4180 has it; no cell runs as a formula.
pub struct Roll<W: Write> {
    rows: Writer<W>,
    /// A number as it is written.
    digits: String,
}

/// Writes a number where another was written before.
fn written(number: impl Display, digits: &mut String) -> &str {
    digits.clear();
    _ = write!(digits, "{number}");
    digits
}

impl<W: Write> Roll<W> {
    /// Begins with the names of the columns.
    pub fn begin(mut out: W) -> io::Result<Self> {
        out.write_all(MARK.as_bytes())?;
        let mut rows = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
        rows.write_record(COLUMNS)?;
        Ok(Self { rows, digits: String::new() })
    }

    /// Writes a line; `riding` is what its riding is called.
    pub fn line(&mut self, line: &Line, riding: &str) -> io::Result<()> {
        let [name, detail, city, postal_code, comment] = named(&line.shown);
        let place = &line.place;
        self.rows.write_field(written(line.number, &mut self.digits))?;
        self.rows.write_field(line.kind.as_str())?;
        for text in [name, detail, city, &place.riding, riding, &place.region, &place.country] {
            self.rows.write_field(&*harmless(text))?;
        }
        for text in [postal_code, comment] {
            self.rows.write_field(&*harmless(text))?;
        }
        let version = line.text_version;
        self.rows.write_field(if version == 0 { "" } else { written(version, &mut self.digits) })?;
        self.rows.write_field(status(&line.shown))?;
        self.rows.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Nothing more comes.
    pub fn finish(mut self) -> io::Result<()> {
        self.rows.flush()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{COLUMNS, Roll};
    use crate::domain::delivery::roll::{Kind, Line, Named, Place, Shown};
    use crate::domain::sheet::{MARK, as_written, is_formula};

    fn written(lines: &[Line]) -> Vec<Vec<String>> {
        let mut bytes = Vec::new();
        let mut roll = Roll::begin(&mut bytes).unwrap();
        for line in lines {
            roll.line(line, "Ottawa Centre").unwrap();
        }
        roll.finish().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let text = text.strip_prefix(MARK).unwrap();
        let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        rows.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    fn line(number: i64, shown: Shown) -> Line {
        let place = Place { country: "CA".into(), region: "CA-ON".into(), riding: "35075".into() };
        Line { number, kind: Kind::Person, place: place.into(), text_version: 2, shown }
    }

    #[test]
    fn nothing_is_told_of_whom_nothing_may_be_told() {
        let rows = written(&[line(1, Shown::Withheld), line(2, Shown::Left)]);
        assert_eq!(rows[0], COLUMNS);
        let told =
            ["1", "person", "", "", "", "35075", "Ottawa Centre", "CA-ON", "CA", "", "", "2", "withheld"];
        assert_eq!(rows[1], told);
        assert_eq!(rows[2].last().unwrap(), "left");
    }

    proptest! {
        #[test]
        fn any_name_comes_back_and_none_runs(name in "\\PC*|=.*", comment: String) {
            let named = Named {
                name: name.clone(),
                detail: String::new(),
                city: String::new(),
                postal_code: String::new(),
                comment: comment.clone(),
            };
            let rows = written(&[line(1, Shown::Named(named))]);
            prop_assert_eq!(rows.len(), 2);
            prop_assert_eq!(as_written(&rows[1][2]), name.as_str());
            prop_assert_eq!(as_written(&rows[1][10]), comment.as_str());
            prop_assert!(rows[1].iter().all(|cell| !is_formula(cell)));
        }
    }
}
