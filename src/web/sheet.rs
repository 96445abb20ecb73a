//! Tables to take away, as CSV that spreadsheets open without running anything.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// What spreadsheets take for the beginning of a formula (OWASP, CSV Injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Without it, some spreadsheets read UTF-8 as something else.
pub const MARK: &str = "\u{feff}";

/// A value that a spreadsheet shows as text.
fn harmless(value: &str) -> String {
    if value.starts_with(FORMULA) { format!("'{value}") } else { value.to_owned() }
}

/// Lines of a table.
pub fn lines<R: AsRef<[String]>>(rows: impl IntoIterator<Item = R>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        let row = row.as_ref().iter().map(|value| harmless(value));
        writer.write_record(row).expect("a vector takes everything");
    }
    writer.into_inner().unwrap_or_default()
}

/// The headers of a file of such lines.
pub fn headers(name: &str) -> [(header::HeaderName, HeaderValue); 2] {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment"))),
    ]
}

/// A whole file.
pub fn file<R: AsRef<[String]>>(name: &str, rows: impl IntoIterator<Item = R>) -> Response {
    (headers(name), [MARK.as_bytes(), &lines(rows)].concat()).into_response()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn no_value_runs_as_a_formula_and_each_stays_in_its_cell() {
        let row = ["=1+1", "+1", "-1", "@x", "\tx", "a,\"b\"", "two\nlines", "Zoë"].map(str::to_owned);
        let text = String::from_utf8(lines([row])).unwrap();
        assert_eq!(text, "'=1+1,'+1,'-1,'@x,'\tx,\"a,\"\"b\"\"\",\"two\nlines\",Zoë\r\n");
    }
}
