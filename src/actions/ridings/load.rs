use std::path::Path;

use csv::{Position, ReaderBuilder, StringRecord};

use super::text::{delimiter, open};
use crate::actions::Desk;
use crate::domain::riding::{Columns, Fault, Reading, Whole};
use crate::storage::audits::Entry;
use crate::storage::{StorageError, ridings};

/// The longest name of a table, in characters.
const MAX_NAME: usize = 100;

/// Why no table was loaded; nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("the file cannot be read: {0}")]
    Io(#[from] std::io::Error),
    #[error("the file is larger than any table of postal codes")]
    TooLarge,
    #[error("the file is no text")]
    NotText,
    #[error("the file is a spreadsheet program's own: save it as CSV")]
    Spreadsheet,
    #[error("the table has no column headed {}", .0.join(", "))]
    Headings(Vec<&'static str>),
    #[error("the table has no postal code")]
    Empty,
    #[error("--as: a name has 1 to {MAX_NAME} characters")]
    Name,
    /// The first of them, and how many there are.
    #[error("{1} lines cannot be read")]
    Lines(Vec<Fault>, u64),
}

/// What was loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    pub codes: usize,
    pub ridings: usize,
    /// Postal codes that lie in several ridings, which are left out.
    pub shared: usize,
}

/// Reads a table and puts it in the place of the one before, whole or not at all. The nodes notice by themselves.
pub async fn load(desk: &Desk<'_>, file: &Path, name: &str, actor: &str) -> Result<Report, LoadError> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > MAX_NAME || name.chars().any(char::is_control) {
        return Err(LoadError::Name);
    }
    let whole = read(file)?.finish(name.to_owned());
    let Whole { ridings: mut table, shared } =
        whole.map_err(|(faults, faulty)| LoadError::Lines(faults, faulty))?;
    if table.is_empty() {
        return Err(LoadError::Empty);
    }
    let tx = desk.db.write().await?;
    let before = ridings::find_to_change(&*tx).await?;
    table.revision = before.as_ref().map_or(0, |before| before.revision) + 1;
    let keeps = before.is_some_and(|before| before.name == name);
    ridings::replace(&*tx, &table, shared, keeps, desk.now).await?;
    let report = Report { codes: table.len(), ridings: table.all().len(), shared };
    let detail = format!("{} postal codes in {} ridings", report.codes, report.ridings);
    let subject = name.to_owned();
    let entry = Entry { actor, act: "load_ridings", campaign: None, subject, detail };
    desk.record(&tx, entry).await?;
    tx.commit().await?;
    Ok(report)
}

fn read(file: &Path) -> Result<Reading, LoadError> {
    let mut text = open(file)?;
    let delimiter = delimiter(&mut text)?;
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text);
    let columns = Columns::of(reader.headers().map_err(unreadable)?).map_err(LoadError::Headings)?;
    let mut reading = Reading::new(columns);
    let mut row = StringRecord::new();
    while reader.read_record(&mut row).map_err(unreadable)? {
        reading.take(row.position().map_or(0, Position::line), &row);
    }
    Ok(reading)
}

fn unreadable(error: csv::Error) -> LoadError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => LoadError::Io(error),
        _ => LoadError::NotText,
    }
}
