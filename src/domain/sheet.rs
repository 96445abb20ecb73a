//! Tables as CSV that spreadsheet programs open without running anything.

use std::borrow::Cow;

/// Without it, some programs read UTF-8 as something else.
pub const MARK: &str = "\u{feff}";

/// Whether a spreadsheet program takes a text for a formula, in full width too.
/// <https://owasp.org/www-community/attacks/CSV_Injection>
pub fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// A whole number below zero, with which people go on reckoning.
fn is_number(text: &str) -> bool {
    text.strip_prefix('-')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit()))
}

/// A formula behind any number of apostrophes: somebody's own apostrophe must not be taken for ours when it is read again.
fn is_told(text: &str) -> bool {
    is_formula(text.trim_start_matches('\''))
}

/// A text that no spreadsheet program runs: what begins as a formula is told to be text.
pub fn harmless(text: &str) -> Cow<'_, str> {
    // Nearly all begin with a letter, and there are millions of them.
    if text.as_bytes().first().is_none_or(u8::is_ascii_alphanumeric) {
        return Cow::Borrowed(text);
    }
    if is_told(text) && !is_number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// A cell without the sign that told it to be text.
pub fn as_written(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_told(rest)).unwrap_or(cell)
}

/// Lines of a table.
pub fn lines<R: AsRef<[String]>>(rows: impl IntoIterator<Item = R>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        let row = row.as_ref().iter().map(|text| harmless(text).into_owned());
        writer.write_record(row).expect("memory can be written to");
    }
    writer.into_inner().expect("memory can be written to")
}

/// A whole file.
pub fn file<R: AsRef<[String]>>(rows: impl IntoIterator<Item = R>) -> Vec<u8> {
    [MARK.as_bytes(), &lines(rows)].concat()
}

#[cfg(test)]
mod tests {
    use super::{as_written, harmless, lines};

    #[test]
    fn no_value_runs_as_a_formula_and_each_stays_in_its_cell() {
        let row = ["=1+1", "+1", "-1", "-1+2", "@x", "\tx", "＝1", "a,\"b\"", "two\nlines", "Zoë"]
            .map(str::to_owned);
        let text = String::from_utf8(lines([row])).unwrap();
        assert_eq!(text, "'=1+1,'+1,-1,'-1+2,'@x,'\tx,'＝1,\"a,\"\"b\"\"\",\"two\nlines\",Zoë\r\n");
    }

    #[test]
    fn what_was_told_to_be_text_is_read_as_it_was() {
        for text in ["=1+1", "\rx", "＠x", "'quoted'", "D'Arcy", "", "-1", "'-1", "'=1", "''=1", "'"] {
            assert_eq!(as_written(&harmless(text)), text);
        }
    }
}
