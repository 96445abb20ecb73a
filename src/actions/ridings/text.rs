//! The text of a file of any size, in whichever of the usual encodings it was saved.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::Path;

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, WINDOWS_1252};

use super::load::LoadError;

/// How much is read at once.
const CHUNK: usize = 64 * 1024;

/// A larger file is no table of postal codes.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// A file as UTF-8, a chunk at a time.
pub struct Text {
    file: File,
    decoder: Decoder,
    raw: Vec<u8>,
    /// What is decoded, and how much of it is handed on.
    ready: String,
    handed: usize,
    is_over: bool,
}

/// Opens a file, having looked through it for its encoding.
pub fn open(path: &Path) -> Result<BufReader<Text>, LoadError> {
    let mut file = File::open(path)?;
    if file.metadata()?.len() > MOST_BYTES {
        return Err(LoadError::TooLarge);
    }
    let encoding = encoding_of(&mut file)?;
    file.rewind()?;
    let (decoder, raw) = (encoding.new_decoder_with_bom_removal(), vec![0; CHUNK]);
    let text = Text { file, decoder, raw, ready: String::new(), handed: 0, is_over: false };
    Ok(BufReader::with_capacity(CHUNK, text))
}

fn encoding_of(file: &mut File) -> Result<&'static Encoding, LoadError> {
    let (mut raw, mut decoded) = (vec![0; CHUNK], vec![0; CHUNK * 3 + 16]);
    let mut decoder = UTF_8.new_decoder_without_bom_handling();
    let mut is_first = true;
    loop {
        let length = file.read(&mut raw)?;
        let bytes = raw.get(..length).unwrap_or_default();
        if is_first {
            is_first = false;
            if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
                return Err(LoadError::Spreadsheet);
            }
            if let Some((encoding, _)) = Encoding::for_bom(bytes) {
                return Ok(encoding);
            }
            // No text has these, and many a file that is none does.
            if bytes.iter().any(|byte| matches!(byte, 0..=8 | 14..=26)) {
                return Err(LoadError::NotText);
            }
        }
        match decoder.decode_to_utf8_without_replacement(bytes, &mut decoded, length == 0).0 {
            DecoderResult::Malformed(..) => return Ok(WINDOWS_1252),
            _ if length == 0 => return Ok(UTF_8),
            _ => {}
        }
    }
}

impl Read for Text {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.handed == self.ready.len() && !self.is_over {
            let length = self.file.read(&mut self.raw)?;
            self.is_over = length == 0;
            (self.handed, self.ready) = (0, std::mem::take(&mut self.ready));
            self.ready.clear();
            self.ready.reserve(self.decoder.max_utf8_buffer_length(length).unwrap_or(CHUNK * 3 + 16));
            let bytes = self.raw.get(..length).unwrap_or_default();
            // There is room for whatever comes of so many bytes.
            let _ = self.decoder.decode_to_string(bytes, &mut self.ready, self.is_over);
        }
        let left = self.ready.as_bytes().get(self.handed..).unwrap_or_default();
        let length = left.len().min(into.len());
        into[..length].copy_from_slice(&left[..length]);
        self.handed += length;
        Ok(length)
    }
}

/// What stands between the cells: the one of the usual three that the heading has most of.
pub fn delimiter(text: &mut impl BufRead) -> io::Result<u8> {
    let beginning = text.fill_buf()?;
    let heading = beginning.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: &u8| heading.split(|byte| byte == delimiter).count();
    // Of equals the last wins.
    Ok([b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b','))
}
