use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Unreadable;

/// The text of a file, in whichever of the usual encodings it was saved.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Unreadable::Spreadsheet);
    }
    let text = if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        encoding.decode(bytes).0
    } else if let Some(encoding) = unmarked_utf_16(bytes) {
        encoding.decode(bytes).0
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        Cow::Borrowed(text)
    } else {
        WINDOWS_1252.decode(bytes).0
    };
    // No text has these, and many a file that is none does.
    let is_binary = |c: char| matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1a}' | '\u{80}'..='\u{9f}');
    if text.contains(is_binary) { Err(Unreadable::NotText) } else { Ok(text) }
}

/// What stands between the cells: the one of the usual three that the heading has most of.
pub fn delimiter(text: &str) -> u8 {
    let heading = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| heading.bytes().filter(|byte| byte == delimiter).count();
    // Of equals the last wins.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// Whether every other byte at the beginning is zero, as in UTF-16 of Latin letters.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes.get(..bytes.len().min(64))?.as_chunks::<2>();
    if pairs.len() < 2 {
        return None;
    }
    if pairs.iter().all(|pair| pair[0] != 0 && pair[1] == 0) {
        return Some(UTF_16LE);
    }
    pairs.iter().all(|pair| pair[0] == 0 && pair[1] != 0).then_some(UTF_16BE)
}
