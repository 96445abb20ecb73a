//! How an archive ends: with the list of its files, and the record that says where that list is. Programs look for the record from
//! the end of a file and forgive different things, so an archive with more than that could be unpacked in two ways.
//! APPNOTE.TXT 4.3.12 to 4.3.16, <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// The longest end that is read, in bytes: many times that of the largest package.
const LONGEST: u64 = 16 * 1024 * 1024;

/// What one file of the list begins with, and how long that is without its name and what else is told of it.
const ENTRY: (&[u8], usize) = (b"PK\x01\x02", 46);
/// The record of an archive with much in it, where that was found in it.
const LARGE: (&[u8], usize) = (b"PK\x06\x06", 56);
const LOCATOR: (&[u8], usize) = (b"PK\x06\x07", 20);
/// The record of every archive.
const RECORD: (&[u8], usize) = (b"PK\x05\x06", 22);

/// Whether from `start` on there is nothing but the list of so many files and what ends an archive.
pub fn is_plain(mut file: &File, start: u64, files: usize) -> io::Result<bool> {
    let mut end = Vec::new();
    file.seek(SeekFrom::Start(start))?;
    file.take(LONGEST).read_to_end(&mut end)?;
    // Of a longer one the record is not reached.
    Ok(read(&end, start, files).unwrap_or(false))
}

fn read(end: &[u8], start: u64, files: usize) -> Option<bool> {
    let mut rest = end;
    for _ in 0..files {
        let entry = take(&mut rest, ENTRY)?;
        let more = number(entry, (28, 2)) + number(entry, (30, 2));
        take(&mut rest, (b"", usize::try_from(more).ok()?))?;
        // What is remarked on a file could look like what follows the list.
        if number(entry, (32, 2)) != 0 {
            return None;
        }
    }
    let (many, list) = (files as u64, (end.len() - rest.len()) as u64);
    let is_large = rest.starts_with(LARGE.0);
    if is_large {
        let large = take(&mut rest, LARGE)?;
        let place =
            [(4, 8, 44), (16, 4, 0), (20, 4, 0), (24, 8, many), (32, 8, many), (40, 8, list), (48, 8, start)];
        let locator = take(&mut rest, LOCATOR)?;
        if !says(large, &place, false)
            || !says(locator, &[(4, 4, 0), (8, 8, start + list), (16, 4, 1)], false)
        {
            return None;
        }
    } else if end[..end.len() - rest.len()].rchunks(LOCATOR.1).next()?.starts_with(LOCATOR.0) {
        // Some take that for a locator, whatever it stands in.
        return None;
    }
    let record = take(&mut rest, RECORD)?;
    let place = [(8, 2, many), (10, 2, many), (12, 4, list), (16, 4, start)];
    let mark = [(4, 2, 0), (6, 2, 0), (20, 2, rest.len() as u64)];
    let is_last = !rest.windows(RECORD.0.len()).any(|part| part == RECORD.0);
    Some(says(record, &place, is_large) && says(record, &mark, false) && is_last)
}

/// Takes a block off the front: what it begins with, and how long it is.
fn take<'a>(rest: &mut &'a [u8], (begin, length): (&[u8], usize)) -> Option<&'a [u8]> {
    let (block, behind) = rest.split_at_checked(length)?;
    *rest = behind;
    block.starts_with(begin).then_some(block)
}

/// The number at a place of a block, in so many bytes.
fn number(block: &[u8], (at, bytes): (usize, usize)) -> u64 {
    block[at..at + bytes].iter().rev().fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

/// Whether a block says what is so; or, where it may leave that to a larger one, that it does.
fn says(block: &[u8], truths: &[(usize, usize, u64)], may_leave: bool) -> bool {
    truths.iter().all(|(at, bytes, truth)| {
        let said = number(block, (*at, *bytes));
        said == *truth || may_leave && said == u64::MAX >> (64 - 8 * bytes)
    })
}
