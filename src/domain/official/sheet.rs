//! The directory as a table for spreadsheet programs.

use super::{Official, Part};

/// What a spreadsheet program takes for the beginning of a formula. <https://owasp.org/www-community/attacks/CSV_Injection>
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text that no spreadsheet program runs: what begins as a formula is told to be text.
pub fn harmless(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// What `harmless` was given.
pub fn as_written(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell)
}

/// Officials as CSV: a column for each part, with its name as the heading. The mark at the beginning says that it is UTF-8.
pub fn sheet(officials: &[Official]) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![0xEF, 0xBB, 0xBF]);
    let headings = Part::ALL.map(Part::name);
    let rows = officials.iter().map(|official| Part::ALL.map(|part| harmless(official.details.get(part))));
    let written = writer
        .write_record(headings)
        .and_then(|()| rows.into_iter().try_for_each(|row| writer.write_record(row)));
    written.expect("memory can be written to");
    writer.into_inner().expect("memory can be written to")
}
