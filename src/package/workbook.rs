//! Workbooks for spreadsheet programs (ECMA-376), written row by row: nothing of them is kept, in memory or on a disk.

use std::fmt::Write as _;
use std::io::{self, Write};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

/// The longest text of a cell, in characters. <https://support.microsoft.com/en-us/office/excel-specifications-and-limits>
const LONGEST: usize = 32_767;
/// So much is written at once, in bytes.
const ROOM: usize = 1 << 16;
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// The only styles: plain, and bold for the names of columns.
const STYLES: &str = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/>\
    <name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill>\
    <patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\">\
    <xf/></cellStyleXfs><cellXfs count=\"2\"><xf xfId=\"0\"/><xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/></cellXfs>";

/// What stands in a cell. A text is a text, whatever it begins with: nothing here is ever a formula.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    Number(i64),
    Text(&'a str),
}

/// A workbook that is being written.
pub struct Workbook<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    options: SimpleFileOptions,
    sheets: Vec<String>,
    row: u32,
    buffer: String,
}

fn failed(error: zip::result::ZipError) -> io::Error {
    io::Error::from(error)
}

impl<W: Write> Workbook<W> {
    pub fn begin(out: W) -> Self {
        // Quickly rather than small: it is packed once more.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(2));
        Self { zip: ZipWriter::new_stream(out), options, sheets: Vec::new(), row: 0, buffer: String::new() }
    }

    /// Begins a sheet with the names of its columns, which stay where they are when one scrolls; each with its width in letters.
    pub fn sheet(&mut self, name: &str, columns: &[(&str, u16)]) -> io::Result<()> {
        self.end_sheet()?;
        self.sheets.push(name.to_owned());
        let path = format!("xl/worksheets/sheet{}.xml", self.sheets.len());
        self.zip.start_file(path, self.options).map_err(failed)?;
        self.row = 0;
        self.buffer.push_str(HEAD);
        let _ = write!(
            self.buffer,
            "<worksheet xmlns=\"{SHEET}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" \
             activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
        );
        for (number, (_, width)) in (1..).zip(columns) {
            let _ = write!(
                self.buffer,
                "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
            );
        }
        self.buffer.push_str("</cols><sheetData>");
        let names: Vec<Cell<'_>> = columns.iter().map(|(name, _)| Cell::Text(name)).collect();
        self.cells(&names, " s=\"1\"")
    }

    /// Writes a row; an empty text is an empty cell.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        self.cells(cells, "")
    }

    fn cells(&mut self, cells: &[Cell<'_>], style: &str) -> io::Result<()> {
        self.row += 1;
        let row = self.row;
        let _ = write!(self.buffer, "<row r=\"{row}\">");
        for (column, cell) in ('A'..='Z').zip(cells) {
            match cell {
                Cell::Number(number) => {
                    let _ = write!(self.buffer, "<c r=\"{column}{row}\"{style}><v>{number}</v></c>");
                }
                Cell::Text("") => {}
                Cell::Text(text) => {
                    let _ = write!(
                        self.buffer,
                        "<c r=\"{column}{row}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                    );
                    escape(text, &mut self.buffer);
                    self.buffer.push_str("</t></is></c>");
                }
            }
        }
        self.buffer.push_str("</row>");
        if self.buffer.len() >= ROOM { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.zip.write_all(self.buffer.as_bytes())?;
        self.buffer.clear();
        Ok(())
    }

    fn end_sheet(&mut self) -> io::Result<()> {
        if self.sheets.is_empty() {
            return Ok(());
        }
        self.buffer.push_str("</sheetData></worksheet>");
        self.flush()
    }

    fn part(&mut self, path: &str, text: &str) -> io::Result<()> {
        self.zip.start_file(path, self.options).map_err(failed)?;
        self.zip.write_all(HEAD.as_bytes())?;
        self.zip.write_all(text.as_bytes())
    }

    /// Ends it with what names its sheets.
    pub fn finish(mut self) -> io::Result<()> {
        self.end_sheet()?;
        let (mut sheets, mut relations, mut types) = (String::new(), String::new(), String::new());
        for (number, name) in (1..).zip(&self.sheets) {
            let mut escaped = String::new();
            escape(name, &mut escaped);
            let _ = write!(sheets, "<sheet name=\"{escaped}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
            let _ = write!(
                relations,
                "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
            );
            let _ = write!(
                types,
                "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" \
                 ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            );
        }
        let styles = self.sheets.len() + 1;
        self.part("xl/styles.xml", &format!("<styleSheet xmlns=\"{SHEET}\">{STYLES}</styleSheet>"))?;
        let book =
            format!("<workbook xmlns=\"{SHEET}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets></workbook>");
        self.part("xl/workbook.xml", &book)?;
        let related = format!(
            "<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}<Relationship Id=\"rId{styles}\" \
             Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
        );
        self.part("xl/_rels/workbook.xml.rels", &related)?;
        let root = format!(
            "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" \
             Target=\"xl/workbook.xml\"/></Relationships>"
        );
        self.part("_rels/.rels", &root)?;
        let types = format!(
            "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
             ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override \
             PartName=\"/xl/styles.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{types}</Types>"
        );
        self.part("[Content_Types].xml", &types)?;
        self.zip.finish().map_err(failed)?.into_inner().flush()
    }
}

/// Whether a text goes on as `xHHHH_`, which these programs read as the character of that number (ECMA-376, 22.9.2.19).
fn is_code(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    bytes.len() >= 6 && bytes[0] == b'x' && bytes[5] == b'_' && bytes[1..5].iter().all(u8::is_ascii_hexdigit)
}

/// A text as XML has it. What XML cannot hold is left out.
fn escape(text: &str, out: &mut String) {
    for (at, c) in text.char_indices().take(LONGEST) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '_' if is_code(&text[at + 1..]) => out.push_str("_x005F_"),
            '\t' | '\n' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
}
