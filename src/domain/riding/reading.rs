use std::collections::HashMap;

use csv::StringRecord;

use super::{Columns, MAX_CODE, MAX_NAME, Place, Riding, Ridings};
use crate::domain::name::is_forbidden;
use crate::domain::sheet::as_written;

/// How many ridings a table may have: many times as many as any parliament.
const MOST_RIDINGS: usize = 10_000;

/// How many lines that cannot be read are told one by one.
const MOST_FAULTS: usize = 20;

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// So many cells, where the heading has so many.
    Uneven(usize, usize),
    NotPostal(String),
    NoCode,
    BadCode,
    NoName,
    BadName,
    /// The riding has another name on an earlier line.
    OtherName(String, u64),
    TooManyRidings,
}

/// A line of the file and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub line: u64,
    pub flaw: Flaw,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match &self.flaw {
            Flaw::Uneven(cells, columns) => write!(f, "{cells} cells, where the heading has {columns}"),
            Flaw::NotPostal(text) => write!(f, "`{text}` is no Canadian postal code"),
            Flaw::NoCode => f.write_str("no code of the riding"),
            Flaw::BadCode => {
                write!(f, "the code of the riding has up to {MAX_CODE} of a-z, A-Z, 0-9, `.`, `-` and `_`")
            }
            Flaw::NoName => f.write_str("no name of the riding"),
            Flaw::BadName => write!(
                f,
                "the name of the riding is longer than {MAX_NAME} characters, or has control characters"
            ),
            Flaw::OtherName(code, line) => write!(f, "riding {code} has another name than on line {line}"),
            Flaw::TooManyRidings => write!(f, "more than {MOST_RIDINGS} ridings"),
        }
    }
}

/// A table while it is read, line by line.
pub struct Reading {
    columns: Columns,
    ridings: Vec<Riding>,
    /// Where a riding stands in the list, and the line that named it, by its code.
    known: HashMap<String, (u16, u64)>,
    codes: Vec<(Place, u16)>,
    faults: Vec<Fault>,
    faulty: u64,
}

/// A table that was read whole. It has its revision once it is stored.
#[derive(Debug)]
pub struct Whole {
    pub ridings: Ridings,
    /// How many postal codes lie in several ridings. They are left out: nobody knows in which of them who lives.
    pub shared: usize,
}

impl Reading {
    pub fn new(columns: Columns) -> Self {
        let (ridings, codes, faults) = (Vec::new(), Vec::new(), Vec::new());
        Self { columns, ridings, known: HashMap::new(), codes, faults, faulty: 0 }
    }

    /// Takes in a row. Blank ones say nothing.
    pub fn take(&mut self, line: u64, row: &StringRecord) {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        match self.read(line, row) {
            Ok(code) => self.codes.push(code),
            Err(flaw) => {
                self.faulty += 1;
                if self.faults.len() < MOST_FAULTS {
                    self.faults.push(Fault { line, flaw });
                }
            }
        }
    }

    fn read(&mut self, line: u64, row: &StringRecord) -> Result<(Place, u16), Flaw> {
        let Columns { width, postal, code, en, fr } = self.columns;
        if row.len() != width {
            return Err(Flaw::Uneven(row.len(), width));
        }
        let cell = |at: usize| as_written(row.get(at).unwrap_or_default()).trim();
        let place = Place::parse(cell(postal)).ok_or_else(|| {
            Flaw::NotPostal(cell(postal).chars().filter(|c| !c.is_control()).take(20).collect())
        })?;
        let code = cell(code);
        let names = [en, fr].map(|at| at.map_or("", cell));
        if let Some((at, first)) = self.known.get(code) {
            let known = &self.ridings[usize::from(*at)];
            // Nearly every row names a riding that an earlier one has named.
            return if [&*known.en, &*known.fr] == names {
                Ok((place, *at))
            } else {
                Err(Flaw::OtherName(code.to_owned(), *first))
            };
        }
        let riding = riding(code, names)?;
        let at = self.ridings.len();
        if at >= MOST_RIDINGS {
            return Err(Flaw::TooManyRidings);
        }
        let at = u16::try_from(at).map_err(|_| Flaw::TooManyRidings)?;
        self.known.insert(riding.code.clone(), (at, line));
        self.ridings.push(riding);
        Ok((place, at))
    }

    /// The table, where every line could be read; else those that could not, and how many they are.
    pub fn finish(mut self, name: String) -> Result<Whole, (Vec<Fault>, u64)> {
        if self.faulty > 0 {
            return Err((self.faults, self.faulty));
        }
        self.codes.sort_unstable();
        self.codes.dedup();
        let mut shared = 0;
        let mut codes = Vec::with_capacity(self.codes.len());
        for same in self.codes.chunk_by(|one, other| one.0 == other.0) {
            match same {
                [one] => codes.push(*one),
                _ => shared += 1,
            }
        }
        Ok(Whole { ridings: Ridings::new(0, name, self.ridings, &codes), shared })
    }
}

fn riding(code: &str, names: [&str; 2]) -> Result<Riding, Flaw> {
    if code.is_empty() {
        return Err(Flaw::NoCode);
    }
    if code.len() > MAX_CODE
        || !code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
    {
        return Err(Flaw::BadCode);
    }
    let is_no_name = |c| is_forbidden(c) || c == char::REPLACEMENT_CHARACTER;
    let is_bad = |name: &&str| name.chars().count() > MAX_NAME || name.chars().any(is_no_name);
    if names.iter().any(is_bad) {
        return Err(Flaw::BadName);
    }
    if names.iter().all(|name| name.is_empty()) {
        return Err(Flaw::NoName);
    }
    let [en, fr] = names.map(str::to_owned);
    Ok(Riding { code: code.to_owned(), en, fr })
}

#[cfg(test)]
mod tests {
    use csv::StringRecord;

    use super::{Columns, Fault, Flaw, Reading, Whole};

    fn read(rows: &[[&str; 4]]) -> Result<Whole, (Vec<Fault>, u64)> {
        let columns = Columns { width: 4, postal: 0, code: 1, en: Some(2), fr: Some(3) };
        let mut reading = Reading::new(columns);
        for (line, row) in (2..).zip(rows) {
            reading.take(line, &StringRecord::from(row.to_vec()));
        }
        reading.finish("2023".into())
    }

    #[test]
    fn a_code_of_several_ridings_is_in_none_and_one_that_stands_twice_is_in_its_own() {
        let whole = read(&[
            ["K1A 0A6", "35075", "Ottawa Centre", "Ottawa-Centre"],
            ["H2X 1Y4", "24043", "Laurier", ""],
            ["k1a0a6", "35075", "Ottawa Centre", "Ottawa-Centre"],
            ["", "", "", ""],
            ["K1P 1A1", "35075", "Ottawa Centre", "Ottawa-Centre"],
            ["K1P 1A1", "24043", "Laurier", ""],
        ]);
        let Whole { ridings, shared } = whole.unwrap();
        assert_eq!((ridings.len(), shared, ridings.all().len()), (2, 1, 2));
        assert_eq!(ridings.find("CA", "K1A 0A6").unwrap().code, "35075");
        assert_eq!(ridings.find("CA", "K1P 1A1"), None);
    }

    #[test]
    fn every_line_that_cannot_be_read_is_told_and_nothing_is_read_by_halves() {
        let (faults, faulty) = read(&[
            ["K1A 0A6", "35075", "Ottawa Centre", ""],
            ["K1A", "35075", "Ottawa Centre", ""],
            ["K1A 0A7", "", "Ottawa Centre", ""],
            ["K1A 0A7", "35075; DROP", "Ottawa Centre", ""],
            ["K1A 0A7", "35075", "Ottawa", ""],
            ["K1A 0A7", "35076", "", ""],
            ["K1A 0A7", "35076", "a\u{0}b", ""],
        ])
        .unwrap_err();
        let flaws: Vec<_> = faults.iter().map(|fault| (fault.line, fault.flaw.clone())).collect();
        let expected = [
            (3, Flaw::NotPostal("K1A".into())),
            (4, Flaw::NoCode),
            (5, Flaw::BadCode),
            (6, Flaw::OtherName("35075".into(), 2)),
            (7, Flaw::NoName),
            (8, Flaw::BadName),
        ];
        assert_eq!((flaws, faulty), (expected.to_vec(), 6));
    }
}
